using ExerciseKit.Checks.Kitchens;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Kernel;

namespace ExerciseKit.Checks.JoinableKitchen;

/// <summary>Which children are daemons and guests, and how they ended. A hand-in may have other children besides.</summary>
/// <param name="Children">How many children were started.</param>
/// <param name="Daemons">Those of them that are daemons and have not ended, in order.</param>
/// <param name="CutOff">How many daemons were cut off.</param>
/// <param name="Fault">The first child that ate and was no daemon, was sent home or was not cut off, in words; null while there is none.</param>
/// <param name="Eaters">The children that have eaten and not ended, in order.</param>
internal sealed record Guests(int Children, EquatableArray<string> Daemons, int CutOff, EquatableArray<string> Eaters, LocalizedText? Fault)
{
    public static Observer<Guests> Of(Menu menu) => new(
        new Guests(0, [], 0, [], null),
        (guests, happened) => guests.After(happened),
        [menu.Ate, new OperationPattern<StartProcess>(), new EndPattern { Who = Who.Child }, new OperationPattern<ProcessOperation> { Where = o => o is TerminateProcess or KillProcess }],
        guests => guests.Fault ?? ($"{guests.Children} children were started, and {guests.CutOff} daemons cut off at the end", $"启动了 {guests.Children} 个子进程，最后切断了 {guests.CutOff} 个守护进程"))
    { SeesTime = false };

    /// <summary>Whether all guests are daemons that were cut off, and there was a child for each cook besides.</summary>
    public bool Stayed(Menu menu) => Fault is null && CutOff >= menu.Guests.Count && Children >= menu.Guests.Count + menu.Cooks.Count;

    private static LocalizedText NoDaemon(LocalizedText who) => ($"{who.En} ate, and is no daemon", $"{who.Zh}吃了菜，却不是守护进程");

    private static LocalizedText Left(LocalizedText who) => ($"{who.En} ate, and was not cut off but left", $"{who.Zh}吃了菜，却不是被切断，而是自己离开了");

    private static LocalizedText SentHome(LocalizedText who) => ($"{who.En} ate, and was terminated by hand", $"{who.Zh}吃了菜，却被手动终止");

    private Guests After(KernelEvent happened) => happened switch
    {
        OperationCompleted { Operation: StartProcess start, Outcome: not Failed } => this with
        {
            Children = Children + 1,
            Daemons = start.IsDaemon == true ? [.. Daemons.Append(start.Process).Order(StringComparer.Ordinal)] : Daemons,
        },
        OperationCompleted { Operation: TerminateProcess or KillProcess } ended => this with
        {
            Fault = Fault ?? (((ProcessOperation)ended.Operation).Process is var guest && Eaters.Contains(guest) ? SentHome(ProcessPlace.Of(guest)) : null),
        },
        LinePrinted => this with
        {
            Eaters = [.. Eaters.Append(happened.Agent).Distinct().Order(StringComparer.Ordinal)],
            Fault = Fault ?? (Daemons.Contains(happened.Agent) ? null : NoDaemon(ProcessPlace.Of(happened.Agent))),
        },
        _ => this with
        {
            Daemons = [.. Daemons.Where(d => d != happened.Agent)],
            CutOff = CutOff + (happened is ProcessDied && Daemons.Contains(happened.Agent) ? 1 : 0),
            Eaters = [.. Eaters.Where(e => e != happened.Agent)],
            Fault = Fault ?? (happened is ProcessEnded && Eaters.Contains(happened.Agent) ? Left(ProcessPlace.Of(happened.Agent)) : null),
        },
    };
}
