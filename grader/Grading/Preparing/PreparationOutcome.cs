using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Running;

namespace ExerciseKit.Grading.Preparing;

/// <summary>Whether a hand-in can be run.</summary>
internal abstract record PreparationOutcome;

/// <summary>It can.</summary>
/// <param name="Program">The program.</param>
/// <param name="Remarks">What was left out of it, a sentence each.</param>
/// <param name="Cautions">What to say where a check fails, a sentence each.</param>
internal sealed record Prepared(StudentProgram Program, EquatableArray<LocalizedText> Remarks = default, EquatableArray<LocalizedText> Cautions = default) : PreparationOutcome;

/// <summary>It can't, and that is the student's matter: every check fails by this verdict.</summary>
/// <param name="Verdict">Why, in a word.</param>
/// <param name="Message">Why, for the student: what, where, what to do.</param>
/// <param name="Site">Where; unknown for what concerns no place.</param>
internal sealed record Unfit(Verdict Verdict, LocalizedText Message, CallSite Site) : PreparationOutcome;
