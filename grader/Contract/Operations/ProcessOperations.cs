namespace ExerciseKit.Contract.Operations;

/// <summary>The method that a process runs.</summary>
/// <param name="Type">The full name of the type that declares it; of a generic one, of its definition.</param>
/// <param name="Method">The method's name; for a derived class, <c>Run</c>.</param>
/// <param name="Signature">Its parameter types' full names, comma-separated, which tell overloads apart; <c>*</c> for whichever takes as many
/// arguments as are given, in the class of that full or simple name.</param>
/// <param name="IsInstance">Whether <paramref name="Type"/> derives from ChildProcess and travels as the first argument.</param>
public sealed record Target(string Type, string Method, string Signature, bool IsInstance = false)
{
    /// <summary>What the type parameters of a generic type stand for, by names under which the program finds them.</summary>
    public EquatableArray<string> TypeArguments { get; init; }

    /// <summary>The same for a generic method.</summary>
    public EquatableArray<string> MethodArguments { get; init; }

    /// <summary>The type's name as its source has it, without namespace and type parameters.</summary>
    public string ClassName => WithoutArity(Type[(Type.LastIndexOfAny(['.', '+']) + 1)..]);

    public override string ToString() => $"{WithoutArity(Type)}{InAngles(TypeArguments)}.{Method}{InAngles(MethodArguments)}";

    private static string InAngles(EquatableArray<string> arguments) => arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(Short))}>";

    private static string Short(string type)
    {
        var name = type.Split(',', '`')[0];
        return name[(name.LastIndexOfAny(['.', '+']) + 1)..];
    }

    private static string WithoutArity(string name) => name.LastIndexOf('`') is >= 0 and var tick ? name[..tick] : name;
}

/// <summary>An operation of a process on another, or on itself.</summary>
/// <param name="Process">The process meant.</param>
public abstract record ProcessOperation(string Process) : Operation
{
    public override Operation MapNames(Func<string, string> map) => this with { Process = map(Process) };
}

/// <summary>Start a child. Answer: its <see cref="ProcessIdentity"/>.</summary>
/// <param name="Process">The child.</param>
/// <param name="Name">Its name; null for the default, <c>Process-n</c>.</param>
/// <param name="IsDaemon">Whether it is a daemon; null to inherit the parent's flag.</param>
/// <param name="Target">What it runs.</param>
/// <param name="Arguments">A JSON array, one element an argument.</param>
public sealed record StartProcess(string Process, string? Name, bool? IsDaemon, Target Target, Payload Arguments) : ProcessOperation(Process)
{
    /// <summary>What the parent has around it, where it runs by hand; null in a grading.</summary>
    public Surroundings? Surroundings { get; init; }

    /// <summary>Where the child's object was made, and who called there; null where that is not known, as by hand.</summary>
    public CallSite? MadeAt { get; init; }

    /// <summary>Where it was said whether it is a daemon; null where nobody said so, or by hand.</summary>
    public CallSite? FlaggedAt { get; init; }

    public override Operation MapNames(Func<string, string> map) =>
        this with { Process = map(Process), Arguments = Arguments.MapNames(map) };

    public override LocalizedText Describe() => Code($"ChildProcess.Start {Target}");
}

/// <summary>What a process started by hand has around it, and hands to its children.</summary>
/// <param name="Folder">Its working folder.</param>
/// <param name="Variables">Its environment: <c>NAME=value</c> each, sorted.</param>
public sealed record Surroundings(string Folder, EquatableArray<string> Variables);

/// <summary>Wait until a child has ended. Answer: <see cref="Flag"/>, true when it has.</summary>
/// <remarks>A join before the start never gets here: ChildProcess refuses it, so that an untimed join has one outcome.</remarks>
public sealed record JoinProcess(string Process, TimeSpan? Patience) : ProcessOperation(Process)
{
    public override bool IsLook => true;

    public override TimeSpan? Timeout => Patience;

    public override Outcome? OnlyOutcome => Patience is null ? Flag.True : null;

    public override LocalizedText Describe() => Code(Patience is { } p ? $"ChildProcess.Join {p.TotalSeconds} s" : "ChildProcess.Join");
}

/// <summary>Ask whether a child lives. Answer: <see cref="Flag"/>.</summary>
public sealed record QueryAlive(string Process) : ProcessOperation(Process)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ChildProcess.IsAlive");
}

/// <summary>Ask for a child's exit code. Answer: <see cref="Number"/>, or <see cref="Done"/> while it lives.</summary>
public sealed record QueryExitCode(string Process) : ProcessOperation(Process)
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("ChildProcess.ExitCode");
}

/// <summary>Ask a child to die without cleanup; from now on it may die at any moment (exit code -15).</summary>
public sealed record TerminateProcess(string Process) : ProcessOperation(Process)
{
    public override LocalizedText Describe() => Code("ChildProcess.Terminate");
}

/// <summary>The same by the signal that can't be caught (exit code -9).</summary>
public sealed record KillProcess(string Process) : ProcessOperation(Process)
{
    public override LocalizedText Describe() => Code("ChildProcess.Kill");
}

/// <summary>Ask which children live. Answer: <see cref="NameList"/>.</summary>
public sealed record QueryActiveChildren : Operation
{
    public override bool IsLook => true;

    public override LocalizedText Describe() => Code("CurrentProcess.ActiveChildren");
}

/// <summary>Ask who the speaker is. Answer: <see cref="ProcessIdentity"/>.</summary>
/// <remarks>An operation, and not part of the arguments, so that processes that never look stay interchangeable.</remarks>
public sealed record Identify : Operation
{
    /// <summary>Whether it is the ids that are asked for: the system gives them as it likes.</summary>
    public bool AsksForIds { get; init; }

    /// <summary>Whether it is the parent's id that is asked for.</summary>
    public bool AsksForParent { get; init; }

    public override LocalizedText Describe() => Code("CurrentProcess");
}

/// <summary>How a process came to its end.</summary>
public enum Ending
{
    /// <summary>Its method returned.</summary>
    Returned,

    /// <summary>An exception left its method.</summary>
    Threw,

    /// <summary>It called Environment.Exit.</summary>
    Exited,

    /// <summary>It used up its budget of loop iterations without asking for anything.</summary>
    OutOfBudget,

    /// <summary>It went beyond a limit: memory, output, the size of a file.</summary>
    OverLimit,
}

/// <summary>The process is done. Daemon children are terminated, the others waited for; then it has ended.</summary>
/// <param name="Ending">How it came to its end.</param>
/// <param name="ExitCode">0 for a return, 1 for an exception, n for Environment.Exit(n).</param>
/// <param name="Result">What its method returned; null where it returned nothing.</param>
/// <param name="Crash">The exception, where one ended it.</param>
public sealed record EndProcess(Ending Ending, int ExitCode, Payload? Result = null, Crash? Crash = null) : Operation
{
    /// <summary>What the process has in its plain public static fields then: a field is no operation, and shows nowhere else.</summary>
    public EquatableArray<StaticField> Statics { get; init; }

    public override LocalizedText Describe() => Ending switch
    {
        Ending.Threw => ($"ends with {Crash?.Type}", Crash is { IsException: false } ? "意外结束" : $"因异常 {Crash?.Type} 结束"),
        Ending.Exited => Code($"Environment.Exit({ExitCode})"),
        Ending.OutOfBudget => ("goes round and round", "一直循环下去"),
        Ending.OverLimit => ("goes beyond a limit", "超出限制"),
        _ => ("ends", "结束"),
    };
}

/// <summary>What a process has in a static field.</summary>
/// <param name="Type">The simple name of its class.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">A number, a truth value or a short text, as the invariant culture writes it.</param>
public sealed record StaticField(string Type, string Name, string Value)
{
    /// <summary>The most that are told of a process.</summary>
    public const int MostOfAProcess = 32;

    /// <summary>The longest text that is told.</summary>
    public const int LongestValue = 100;
}

/// <summary>An exception that ended a process, or the loop that never did.</summary>
/// <param name="Type">The exception's full type name.</param>
/// <param name="Message">Its message.</param>
/// <param name="Trace">Its stack trace, the student's frames only.</param>
/// <param name="Site">The innermost place in the student's source.</param>
public sealed record Crash(string Type, string Message, string Trace, CallSite Site)
{
    /// <summary>The message in Chinese, where it is the kit's own and no exception's; else null.</summary>
    public string? MessageZh { get; init; }

    /// <summary>Whether an exception ended the process; else it died without one, and the type says so in words.</summary>
    public bool IsException => !Type.StartsWith('(');

    /// <summary>The message as it is told: an exception's own words are quoted.</summary>
    public LocalizedText Words => Message.Length == 0 ? LocalizedText.Empty : (Message, MessageZh ?? $"“{Message}”");
}
