using ExerciseKit.Contract;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing.Commands;

namespace ExerciseKit.Playing.Games;

/// <summary>Predict it: the machine goes on by chance, and asks who can go on now, or what is printed next.</summary>
internal sealed class PredictGame : PlayGame
{
    public const string Name = "predict";

    private const int Questions = 6;
    private const int MostChoicesBetween = 3;
    private const int MostTries = 40;

    private readonly PlayTable table;
    private readonly Random random;
    private HashSet<int> right = [];
    private int asked;
    private GameView view;

    public PredictGame(PlayTable table, int seed)
    {
        (this.table, random) = (table, new Random(seed));
        table.Undo(int.MaxValue);
        view = new GameView(Name, 0, Questions, false, ("Say what comes, before you look.", "先猜，再看。"));
        Ask(view.Message);
    }

    public override GameView View => view;

    public override bool MovesItself => !view.IsOver;

    public override void Answer(IReadOnlySet<int> options, CancellationToken cancellation)
    {
        if (view.Question is not { } question)
            throw new PlayCommandException("no-question", ("The game is over: begin another.", "游戏已经结束：请另开一局。"));
        var isRight = right.SetEquals(options);
        var those = LocalizedText.Join((", ", "、"), question.Options.Where(o => right.Contains(o.Number)).Select(o => o.Text));
        view = view with { Points = view.Points + (isRight ? 1 : 0) };
        Ask(isRight ? ("Right.", "对了。") : ($"No: {those.En}.", $"不对，应该是：{those.Zh}。"));
    }

    private void Ask(LocalizedText said)
    {
        if (asked == Questions)
        {
            view = view with { IsOver = true, Question = null, Message = ($"{said.En} {view.Points} of {Questions} right.", $"{said.Zh}{Questions} 题答对 {view.Points} 题。") };
            return;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            GoOn();
            // In turn, but for a program that prints little.
            var asksWho = asked % 2 == 0 || tries > MostTries / 2;
            if ((asksWho ? WhoCanGoOn() : WhatIsPrinted()) is not { } question)
                continue;
            asked++;
            view = view with { Question = question, Message = said };
            return;
        }

        view = view with { IsOver = true, Question = null, Message = ($"{said.En} There is nothing more to be asked of this program.", $"{said.Zh}这个程序没有更多可问的了。") };
    }

    private void GoOn()
    {
        if (table.Choices == 0)
            table.Undo(int.MaxValue);
        table.Run(random.Next(), random.Next(1, MostChoicesBetween + 1));
        if (table.Choices == 0)
            table.Undo(int.MaxValue);
    }

    private GameQuestion? WhoCanGoOn()
    {
        var alive = table.View().Processes.Where(p => p.Standing != PlayStanding.Ended).ToList();
        if (alive.Count < 2)
            return null;
        right = [.. alive.Select((p, i) => (p, i)).Where(x => x.p.Standing == PlayStanding.Ready).Select(x => x.i + 1)];
        return new GameQuestion(asked + 1, Questions, ("Who can go on now? Choose all who can.", "现在谁可以继续？请选出所有可以继续的进程。"), true, alive.Select((p, i) => new GameOption(i + 1, Described(p))).ToEquatableArray());
    }

    private GameQuestion? WhatIsPrinted()
    {
        var view = table.View();
        var lines = Enumerable.Range(1, table.Choices).Select(choice => table.LinesAfter(choice) is [var line, ..] ? line : null).ToList();
        var options = lines.Distinct().OrderBy(l => l, StringComparer.Ordinal).ToList();
        if (options.Count == 1 && options[0] is not null)
            options.Insert(0, null);
        var chosen = random.Next(lines.Count);
        if (options.Count < 2 || lines.TrueForAll(l => l is null))
            return null;
        right = [options.IndexOf(lines[chosen]) + 1];
        var who = view.Choices[chosen].Label;
        return new GameQuestion(
            asked + 1,
            Questions,
            ($"Now {who} goes on. What is printed first, before anybody can choose again?", $"现在让 {who} 继续。在下一次选择之前，最先打印的是什么？"),
            false,
            options.Select((line, i) => new GameOption(i + 1, line is null ? ("nothing", "什么也没有") : LocalizedText.Same(line))).ToEquatableArray());
    }

    private static LocalizedText Described(PlayProcess process) => process.Next is { Operation: { IsEmpty: false } operation } next
        ? ($"{process.Label}: {operation.En}{Place(next)}", $"{process.Label}：{operation.Zh}{Place(next)}")
        : LocalizedText.Same(process.Label);

    private static string Place(PlayNext next) => next.Site switch
    {
        null => "",
        { Caller: { } caller } => $" ({caller.File}:{caller.Line})",
        { } site => $" ({site})",
    };
}
