namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>A primitive that is made of others: it travels as its fields, which are their handles.</summary>
internal interface ICompound;
