using System.Text.Json.Serialization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Preparation;

/// <summary>What preparing a hand-in came to.</summary>
[JsonDerivedType(typeof(ProgramReady), "ready")]
[JsonDerivedType(typeof(ProgramUnfit), "unfit")]
[JsonDerivedType(typeof(PreparationFault), "fault")]
[JsonDerivedType(typeof(PreparationFailed), "failed")]
public abstract record PreparationReply;

/// <summary>It can be run in a host.</summary>
/// <param name="Assembly">The rewritten assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="EntryType">The full name of the class with the entries.</param>
/// <param name="ReuseIsSafe">Whether a second run in the same load context meets every static as the first did.</param>
/// <param name="RewriteMilliseconds">How much of the time went into rewriting.</param>
public sealed record ProgramReady(byte[] Assembly, byte[] Symbols, string EntryType, bool ReuseIsSafe, double RewriteMilliseconds) : PreparationReply
{
    /// <summary>What of the student's is no part of it, and why: a sentence each, for the student.</summary>
    public EquatableArray<LocalizedText> LeftOut { get; init; } = [];

    /// <summary>What of it is rarely meant as it stands: a sentence each, for a student who fails a check.</summary>
    public EquatableArray<LocalizedText> Cautions { get; init; } = [];
}

/// <summary>It can't be run, for a reason that the student can mend.</summary>
/// <param name="Verdict">What each of its checks comes to.</param>
/// <param name="Message">Why, for the student: what, where, what to do.</param>
/// <param name="Site">Where; unknown for what concerns no place.</param>
public sealed record ProgramUnfit(Verdict Verdict, LocalizedText Message, CallSite Site) : PreparationReply
{
    /// <summary>What a source comes to that takes more memory than the compiler may.</summary>
    public static ProgramUnfit TooMuchMemory { get; } =
        new(
            Verdict.Limit,
            ($"Compiling the source takes more than the {PreparerService.MaxMemoryBytes >> 20} MiB of memory that are allowed. Simplify it.",
             $"编译这份源代码需要的内存超过了允许的 {PreparerService.MaxMemoryBytes >> 20} MiB。请把代码写得简单些。"),
            CallSite.Unknown);
}

/// <summary>The kit or the machine is at fault, and the student is not.</summary>
/// <param name="Message">What it is, and what to do.</param>
public sealed record PreparationFault(string Message) : PreparationReply;

/// <summary>The compiler failed, and by itself that does not tell whose fault it is.</summary>
/// <param name="What">How: a sentence's part, to follow "the compiler failed: ".</param>
public sealed record PreparationFailed(string What) : PreparationReply;
