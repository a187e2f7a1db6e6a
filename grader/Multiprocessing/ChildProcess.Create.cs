namespace ExerciseKit.Multiprocessing;

/// <content>A child process for a static method of up to six parameters. Python: <c>Process(target=…, args=(…))</c>.</content>
public partial class ChildProcess
{
    /// <summary>Makes a process for a static method; it runs from <see cref="Start"/> on.</summary>
    /// <param name="target">A static method, by its name; a lambda can't be taken to another process.</param>
    public static ChildProcess Create(Action target) => new(target);

    /// <inheritdoc cref="Create(Action)"/>
    public static ChildProcess Create<T>(Action<T> target, T argument) => new(target, argument);

    /// <inheritdoc cref="Create(Action)"/>
    public static ChildProcess Create<T1, T2>(Action<T1, T2> target, T1 argument1, T2 argument2) => new(target, argument1, argument2);

    /// <inheritdoc cref="Create(Action)"/>
    public static ChildProcess Create<T1, T2, T3>(Action<T1, T2, T3> target, T1 argument1, T2 argument2, T3 argument3) => new(target, argument1, argument2, argument3);

    /// <inheritdoc cref="Create(Action)"/>
    public static ChildProcess Create<T1, T2, T3, T4>(Action<T1, T2, T3, T4> target, T1 argument1, T2 argument2, T3 argument3, T4 argument4) => new(target, argument1, argument2, argument3, argument4);

    /// <inheritdoc cref="Create(Action)"/>
    public static ChildProcess Create<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5> target, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5) => new(target, argument1, argument2, argument3, argument4, argument5);

    /// <inheritdoc cref="Create(Action)"/>
    public static ChildProcess Create<T1, T2, T3, T4, T5, T6>(Action<T1, T2, T3, T4, T5, T6> target, T1 argument1, T2 argument2, T3 argument3, T4 argument4, T5 argument5, T6 argument6) => new(target, argument1, argument2, argument3, argument4, argument5, argument6);
}
