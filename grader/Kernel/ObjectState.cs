namespace ExerciseKit.Kernel;

/// <summary>The state of one object of the kernel: a lock, a file, …</summary>
public abstract record ObjectState;
