using ExerciseKit.Contract;
using ExerciseKit.Grading.Playing;

namespace ExerciseKit.Playing.Games;

/// <summary>Break it: drive the program into its fault. The fewer switches, the more points.</summary>
internal sealed class BreakGame : PlayGame
{
    public const string Name = "break";

    private const int MaxPoints = 10;
    private const int LessForASwitch = 2;

    private readonly int? fewest;
    private GameView view;

    public BreakGame(PlayTable table)
    {
        table.Undo(int.MaxValue);
        fewest = table.About.Search.FewestSwitches;
        view = table.About.Search.Outcome == PlayOutcome.Holds
            ? new GameView(Name, 0, 0, true, ("Nothing can break this program here: there is nothing to win.", "这个程序在这里不可能出错，没有分可得。"))
            : new GameView(Name, 0, MaxPoints, false, ToDo(fewest));
    }

    public override GameView View => view;

    public override void Moved(PlayView view)
    {
        if (this.view.IsOver)
            return;
        if (view.Ending is not { } ending)
            this.view = this.view with { Message = ToDo(fewest) };
        else if (ending.IsBroken)
            this.view = Won(view.Switches);
        else
            this.view = this.view with { Message = ("It has ended, and nothing is wrong. Take some choices back, and let somebody else go on.", "程序正常结束了。请撤回几步，让别的进程继续。") };
    }

    public override void WasTaken()
    {
        if (!view.IsOver)
            view = view with { IsOver = true, Message = ("You were taken there: no points. Begin the game again to try it yourself.", "你是被带过去的，没有得分。重新开始游戏，自己试一试。") };
    }

    private GameView Won(int switches)
    {
        // Where nobody knows how few would do, however many did it are right.
        var more = Math.Max(switches - (fewest ?? switches), 0);
        return view with { Points = Math.Max(MaxPoints - (more * LessForASwitch), 1), IsOver = true, Message = Told(switches, more) };
    }

    private static LocalizedText Told(int switches, int more) => more == 0
        ? ($"Broken, with {Counted.Of(switches, "switch", "switches")}: it can't be done with fewer.", $"弄坏了，用了 {switches} 次打断：不可能更少了。")
        : ($"Broken, with {Counted.Of(switches, "switch", "switches")}: it can be done with {more} fewer.", $"弄坏了，用了 {switches} 次打断：还可以少 {more} 次。");

    private static LocalizedText ToDo(int? fewest) => fewest is { } known
        ? ($"Choose who goes on until something breaks. {Counted.Of(known, "switch", "switches")} would do: a switch is to take over from a process that could have gone on.", $"选择让谁继续，直到出错为止。用 {known} 次打断就能做到：打断是指换下一个还能继续的进程。")
        : ("Choose who goes on until something breaks, with as few switches as you can: a switch is to take over from a process that could have gone on.", "选择让谁继续，直到出错为止，打断的次数越少越好：打断是指换下一个还能继续的进程。");
}
