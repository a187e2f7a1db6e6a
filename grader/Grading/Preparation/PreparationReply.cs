using System.Text.Json.Serialization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Search;

namespace ExerciseKit.Grading.Preparation;

/// <summary>What preparing a hand-in came to.</summary>
[JsonDerivedType(typeof(ProgramReady), "ready")]
[JsonDerivedType(typeof(ProgramUnfit), "unfit")]
[JsonDerivedType(typeof(PreparationFault), "fault")]
[JsonDerivedType(typeof(PreparationFailed), "failed")]
internal abstract record PreparationReply;

/// <summary>It can be run in a host.</summary>
/// <param name="Assembly">The rewritten assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="EntryType">The full name of the class with the entries.</param>
/// <param name="ReuseIsSafe">Whether a second run in the same load context meets every static as the first did.</param>
/// <param name="Facts">What it can do at all.</param>
/// <param name="RewriteMilliseconds">How much of the time went into rewriting.</param>
internal sealed record ProgramReady(byte[] Assembly, byte[] Symbols, string EntryType, bool ReuseIsSafe, ProgramFacts Facts, double RewriteMilliseconds) : PreparationReply;

/// <summary>It can't be run, for a reason that the student can mend.</summary>
/// <param name="Verdict">What each of its checks comes to.</param>
/// <param name="Message">Why, for the student: what, where, what to do.</param>
/// <param name="Site">Where; unknown for what concerns no place.</param>
internal sealed record ProgramUnfit(Verdict Verdict, string Message, CallSite Site) : PreparationReply;

/// <summary>The kit or the machine is at fault, and the student is not.</summary>
/// <param name="Message">What it is, and what to do.</param>
internal sealed record PreparationFault(string Message) : PreparationReply;

/// <summary>The compiler failed, and by itself that does not tell whose fault it is.</summary>
/// <param name="What">How: a sentence's part, to follow "the compiler failed: ".</param>
internal sealed record PreparationFailed(string What) : PreparationReply;
