namespace ExerciseKit.Grading.Hosting;

/// <summary>A host computed beyond the bound without a word: code inside the framework, which no loop budget counts.</summary>
internal sealed class HostOverworkException(TimeSpan bound)
    : Exception($"computed for more than {bound.TotalSeconds} s of processor time without calling anything of the kit.");
