using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.SharedCounter;

/// <summary>Whether the parent has got a 0 from where others can put one: who returns what it has worked out need not.</summary>
/// <param name="IsZero">Whether it has.</param>
internal sealed record LastLook(bool IsZero)
{
    public static Observer<LastLook> Observed { get; } = new(
        new LastLook(IsZero: false),
        (seen, happened) => seen.IsZero ? seen : new LastLook(ValuesIn(((OperationCompleted)happened).Outcome).Any(HoldsZero)),
        [new OperationPattern<Operation> { Who = Who.Root, Where = asked => asked is not CreateOperation }],
        seen => seen.IsZero ? ("it did", "确实如此") : ("whatever the parent read or received, there was no 0 in it", "父进程读到和收到的东西里都没有 0"))
    { SeesAgents = false, SeesTime = false };

    private static IEnumerable<Payload> ValuesIn(Outcome outcome) => outcome switch
    {
        Item item => [item.Value],
        ItemList list => list.Values,
        EntryList list => list.Values.Select(e => e.Value),
        // What a file holds. An exit code, which is a 0 too, is none of what others have put somewhere.
        Text text => [new Payload(text.Value, [])],
        _ => [],
    };

    private static bool HoldsZero(Payload value)
    {
        try
        {
            return SharedNumber.In(value).Any(n => n.Value == 0);
        }
        catch (System.Text.Json.JsonException)
        {
            return value.Json.Contains('0', StringComparison.Ordinal);
        }
    }
}
