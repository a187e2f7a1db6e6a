using ExerciseKit.Contract;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing.Commands;

namespace ExerciseKit.Playing.Games;

/// <summary>Repair it: say where the missing line belongs. The answer is put in, and proved.</summary>
internal sealed class RepairGame : PlayGame
{
    public const string Name = "repair";

    private const int MaxPoints = 10;
    private const int LessForATry = 4;

    private readonly RepairProof proof;
    private int points = MaxPoints;
    private GameView view;

    public RepairGame(PlayTable table, RepairProof proof)
    {
        this.proof = proof;
        var task = table.Exercise.Games!.Repair!;
        var lines = File.ReadAllLines(proof.Program);
        var options = task.Lines.Select((line, i) => new GameOption(i + 1, ($"before line {line}: {lines[line - 1].Trim()}", $"第 {line} 行之前：{lines[line - 1].Trim()}")) { Line = line }).ToEquatableArray();
        LocalizedText question = ($"{task.Question.En} ({task.Insert})", $"{task.Question.Zh}（{task.Insert}）");
        view = new GameView(Name, 0, MaxPoints, false, ("The program is graded with the line where you put it.", "会按你选的位置插入这一行，然后评分。")) { Question = new GameQuestion(1, 1, question, false, options) };
    }

    public override GameView View => view;

    public override void Answer(IReadOnlySet<int> options, CancellationToken cancellation)
    {
        if (view.Question is not { } question)
            throw new PlayCommandException("no-question", ("The game is over: begin another.", "游戏已经结束：请另开一局。"));
        if (options.Count != 1)
            throw new PlayCommandException("bad-value", ("Choose one line.", "请选一行。"));
        var line = question.Options[options.Single() - 1].Line!.Value;
        var (isRight, message) = proof.TryAsync(line, cancellation).GetAwaiter().GetResult();
        if (isRight)
        {
            view = view with { Points = points, IsOver = true, Question = null, Message = ($"Repaired. {message.En}", $"修好了。{message.Zh}") };
            return;
        }

        points = Math.Max(points - LessForATry, 1);
        view = view with { Message = ($"Before line {line} it does not help. {message.En}", $"放在第 {line} 行之前没有用。{message.Zh}") };
    }
}
