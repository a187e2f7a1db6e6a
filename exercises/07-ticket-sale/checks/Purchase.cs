using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Checks.TicketSale;

/// <summary>Whether buyers have read the file between their look and the line that says that none is left.</summary>
/// <param name="Looks">The buyers that have looked and not decided, by the names of their processes.</param>
/// <param name="Whole">How many read the file again before they decided.</param>
/// <param name="Fault">The first that did not, in words; null while there is none.</param>
internal sealed record Purchase(EquatableArray<Look> Looks, int Whole, LocalizedText? Fault)
{
    public static Observer<Purchase> Of(LinePattern sees, LinePattern noneLeft, string file) => new(
        new Purchase([], 0, null),
        (seen, happened) => happened switch
        {
            LinePrinted printed when sees.Matches(printed) => seen.With(new Look(printed.Agent, HasReadAgain: false)),
            LinePrinted printed => seen.Decided(printed),
            _ => seen.ReadBy(happened.Agent),
        },
        [
            sees, noneLeft,
            new OperationPattern<ReadFile> { Where = read => KernelRules.FileNameOf(read.Path) == KernelRules.FileNameOf(file) },
            new OperationPattern<ReadFileAt> { Where = read => KernelRules.FileNameOf(read.Path) == KernelRules.FileNameOf(file) },
        ],
        seen => seen.Fault ?? ($"{seen.Whole} did", $"这样做的有 {seen.Whole} 个"))
    { SeesTime = false };

    public bool AreWhole(int buyers) => Fault is null && Whole == buyers;

    private Purchase With(Look look) => this with { Looks = [.. Looks.Where(l => l.Agent != look.Agent).Append(look).OrderBy(l => l.Agent, StringComparer.Ordinal)] };

    private Purchase ReadBy(string agent) => Looks.FirstOrDefault(l => l.Agent == agent) is { } look ? With(look with { HasReadAgain = true }) : this;

    private Purchase Decided(LinePrinted printed)
    {
        var look = Looks.FirstOrDefault(l => l.Agent == printed.Agent);
        LocalizedText? fault = look is null ? ("came before a look of that buyer's", "出现之前，这个买家还没有查过票")
            : !look.HasReadAgain ? ("came when its process had not read the file again after its look", "出现时，它的进程在查票之后还没有再读过文件")
            : null;
        return this with
        {
            Looks = [.. Looks.Where(l => l.Agent != printed.Agent)],
            Whole = Whole + (fault is null ? 1 : 0),
            Fault = Fault ?? (fault is null ? null : ($"'{printed.Line}' {fault.En}", $"“{printed.Line}”{fault.Zh}")),
        };
    }
}

/// <summary>A buyer's look.</summary>
/// <param name="Agent">Its process.</param>
/// <param name="HasReadAgain">Whether it has read the file since.</param>
internal sealed record Look(string Agent, bool HasReadAgain);
