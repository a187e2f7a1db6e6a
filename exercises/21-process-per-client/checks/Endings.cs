using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Echo;

/// <summary>How processes came to their end.</summary>
/// <param name="MetTheEnd">The children that met the end of a stream, sorted.</param>
/// <param name="CutOff">How many were ended from outside.</param>
internal sealed record Endings(EquatableArray<string> MetTheEnd, int CutOff)
{
    public static Observer<Endings> Observed { get; } = new(
        new Endings([], 0),
        (seen, happened) => happened switch
        {
            ProcessDied => seen with { CutOff = seen.CutOff + 1 },
            OperationCompleted { Outcome: Failed { Kind: FailureKind.EndOfStream } } when !seen.MetTheEnd.Contains(happened.Agent) =>
                seen with { MetTheEnd = [.. seen.MetTheEnd.Append(happened.Agent).Order(StringComparer.Ordinal)] },
            _ => seen,
        },
        [new EndPattern { Who = Who.Child }, new OperationPattern<ReceiveMessage> { Who = Who.Child }],
        seen => ($"{seen.MetTheEnd.Count} met the end of a stream, and {seen.CutOff} were ended from outside", $"{seen.MetTheEnd.Count} 个遇到了流的结束，{seen.CutOff} 个被外力终止"))
    { SeesTime = false };
}
