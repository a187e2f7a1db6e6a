using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.Bank;

/// <summary>Whether a child could do all that it does while another was in the middle of its transfer, or there was none that could have waited.</summary>
/// <param name="Accounts">Where the balances are kept.</param>
/// <param name="Started">How many children the parent has started.</param>
/// <param name="Begun">The children that have done something and not ended, in order.</param>
/// <param name="Busy">Those of them that are in the middle of a transfer.</param>
/// <param name="IsSo">Whether there was one that another came and went beside.</param>
internal sealed record Aside(Accounts Accounts, int Started, EquatableArray<string> Begun, EquatableArray<Clerk> Busy, bool IsSo)
{
    public static Observer<Aside> Of(Transfers transfers) => new(
        new Aside(Accounts.None, 0, [], [], IsSo: false),
        (seen, happened) => seen.IsSo ? seen : happened switch
        {
            ProcessStarted => seen with { Accounts = seen.Accounts.Opened, Started = seen.Started + 1 },
            // Who starts no process for a transfer that changes nothing lets nobody wait.
            ProcessLeaving => seen.Started < transfers.All.Count ? Found : seen,
            OperationCompleted completed => seen.After(completed, transfers),
            _ => seen.AfterEnd(happened.Agent),
        },
        [
            new StartPattern { Who = Who.Root }, new LeavingPattern { Who = Who.Root }, new EndPattern { Who = Who.Child },
            new OperationPattern<FileOperation>(), new OperationPattern<ObjectOperation>(),
        ],
        seen => seen.IsSo
            ? ("one came and went beside another", "有一个在另一个进行期间来过并结束了")
            : ("each waited until the other had done with the balances", "每一个都一直等到另一个处理完余额"))
    { SeesTime = false };

    private static Aside Found { get; } = new(Accounts.None, 0, [], [], IsSo: true);

    private Aside After(OperationCompleted completed, Transfers transfers)
    {
        if (completed.Agent == Names.Root)
            return this with { Accounts = Accounts.After(completed.Operation, transfers) };
        var after = this with { Begun = With(Begun, completed.Agent) };
        if (!Accounts.AreTouchedBy(completed.Operation))
            return after;
        if (Busy.FirstOrDefault(b => b.Agent == completed.Agent) is { } clerk)
            return clerk.WasPassed ? Found : after;
        var begins = new Clerk(completed.Agent, [.. Begun.Where(b => b != completed.Agent)], WasPassed: false);
        return after with { Busy = [.. Busy.Append(begins).OrderBy(b => b.Agent, StringComparer.Ordinal)] };
    }

    private Aside AfterEnd(string agent) => this with
    {
        Begun = [.. Begun.Where(b => b != agent)],
        Busy = [.. Busy.Where(b => b.Agent != agent).Select(b => b with { Before = [.. b.Before.Where(other => other != agent)], WasPassed = b.WasPassed || !b.Before.Contains(agent) })],
    };

    private static EquatableArray<string> With(EquatableArray<string> names, string name) => [.. names.Append(name).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A child in the middle of its transfer.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="Before">The others that had done something by then and not ended: what they did may have been a wait.</param>
/// <param name="WasPassed">Whether another has come and gone since.</param>
internal sealed record Clerk(string Agent, EquatableArray<string> Before, bool WasPassed);
