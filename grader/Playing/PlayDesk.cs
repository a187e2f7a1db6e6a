using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Playing;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Playing.Commands;
using ExerciseKit.Playing.Games;

namespace ExerciseKit.Playing;

/// <summary>Plays by command: each is a JSON object, and so is each answer. Whoever asks wrongly is told so, and goes on.</summary>
/// <param name="table">What is played.</param>
public sealed class PlayDesk(PlayTable table)
{
    /// <summary>The format's name and version, as the first line says it.</summary>
    public const string CurrentFormat = "exercisekit.play/1";

    /// <summary>So many choices are made by chance at once at most.</summary>
    private const int MostAtOnce = 10_000;

    private static readonly JsonSerializerOptions Compact = new(ResultJson.Options) { WriteIndented = false };

    private PlayGame? game;

    /// <summary>Whether it was told to end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What is said first.</summary>
    public string Greeting() => Write(new PlayAnswer(null, true) { Format = CurrentFormat, About = table.About, State = table.View() });

    /// <summary>Answers a line with a line.</summary>
    public string Answer(string line, CancellationToken cancellation)
    {
        PlayCommand? command = null;
        try
        {
            command = PlayCommand.Read(line);
            return Write(Do(command, cancellation) with { Id = command.Id });
        }
        catch (PlayCommandException e)
        {
            return Refuse(e.Error);
        }
        catch (GraderFaultException e)
        {
            return Refuse(new PlayError("fault", e.Text));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The grader's own fault ends a command, not the play.
            return Refuse(new PlayError("fault", ($"This could not be done, and the kit is to blame ({e.GetType().Name}: {e.Message}). Go back, or take another way.", $"这一步做不了，是 kit 的问题（{e.GetType().Name}：“{e.Message}”）。请退回去，或者换一条路。")));
        }

        string Refuse(PlayError error) => Write(new PlayAnswer(command?.Id, false) { Error = error });
    }

    /// <summary>An answer as one line.</summary>
    internal static string Write(PlayAnswer answer) => JsonSerializer.Serialize(answer, Compact);

    private PlayAnswer Do(PlayCommand command, CancellationToken cancellation)
    {
        switch (command.Name)
        {
            case "about":
                return Done() with { About = table.About };
            case "state":
                return Done() with { State = table.View() };
            case "choices":
                return Done() with { Choices = table.Behind() };
            case "map":
                return Done() with { Map = table.Map() };
            case "story":
                return Done() with { Story = table.Story() };
            case "choose":
                ThrowIfTheGameMoves();
                return Moved(table.Choose(Chosen(command)));
            case "game":
                return Begin(command);
            case "answer":
                return Guess(command, cancellation);
            case "undo":
                ThrowIfTheGameMoves();
                return Undo(command.Number("count", 1, int.MaxValue, usual: 1));
            case "run":
                ThrowIfTheGameMoves();
                return Taken(table.Run(command.Number("seed", int.MinValue, int.MaxValue, usual: 1), command.Number("most", 1, MostAtOnce, usual: MostAtOnce)));
            case "find":
                ThrowIfTheGameMoves();
                return Find(command.Word("what", [.. Enum.GetNames<PlayTarget>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]), cancellation);
            case "quit":
                IsOver = true;
                return Done();
            default:
                throw new PlayCommandException("bad-command", (
                    $"There is no command \"{command.Name}\". There are about, state, choices, choose, undo, run, find, map, story, game, answer, quit.",
                    $"没有命令 \"{command.Name}\"。现有的命令：about，state，choices，choose，undo，run，find，map，story，game，answer，quit。"));
        }
    }

    private int Chosen(PlayCommand command) => table.Choices > 0
        ? command.Number("choice", 1, table.Choices)
        : throw new PlayCommandException("over", ("There is nothing to choose here: it has come to its end. Go back with {\"command\": \"undo\"}.", "这里没有可选的了：已经到头了。用 {\"command\": \"undo\"} 退回去。"));

    private PlayAnswer Begin(PlayCommand command)
    {
        game = command.Word("game", BreakGame.Name, PredictGame.Name, RepairGame.Name, "none") switch
        {
            BreakGame.Name => new BreakGame(table),
            PredictGame.Name => new PredictGame(table, command.Number("seed", int.MinValue, int.MaxValue, usual: 1)),
            RepairGame.Name => new RepairGame(table, table.Repair ?? throw new PlayCommandException("no-repair", (
                $"There is nothing to repair in what is played. `kit play {table.About.Exercise} --game` plays the exercise's own games, where it has any.",
                $"正在演练的程序没有可以修复的地方。`kit play {table.About.Exercise} --game` 玩练习自带的游戏（如果有）。"))),
            _ => null,
        };
        return Seen();
    }

    private PlayAnswer Guess(PlayCommand command, CancellationToken cancellation)
    {
        if (game is null)
            throw new PlayCommandException("no-question", ("No game is going on. Begin one with {\"command\": \"game\", \"game\": \"predict\"}.", "现在没有在玩游戏。用 {\"command\": \"game\", \"game\": \"predict\"} 开始一局。"));
        game.Answer(command.Numbers("options", 1, game.View.Question?.Options.Count ?? 0), cancellation);
        return Seen();
    }

    // Who is to say what comes is not told it.
    private PlayAnswer Seen() => game is { MovesItself: true } ? Done() : Done() with { State = table.View() };

    private void ThrowIfTheGameMoves()
    {
        if (game is { MovesItself: true })
            throw new PlayCommandException("game", ("The game moves by itself: answer its question, or end it with {\"command\": \"game\", \"game\": \"none\"}.", "这个游戏自己会走：请回答问题，或者用 {\"command\": \"game\", \"game\": \"none\"} 结束它。"));
    }

    private PlayAnswer Undo(int count)
    {
        if (table.Made == 0)
            throw new PlayCommandException("nothing-to-undo", ("No choice was made yet: there is nothing to take back.", "还没有做过选择，没有可以撤回的。"));
        table.Undo(count);
        return Moved(null);
    }

    private PlayAnswer Find(string what, CancellationToken cancellation)
    {
        var target = Enum.Parse<PlayTarget>(what, ignoreCase: true);
        var (found, why) = table.GoTo(target, cancellation);
        return Taken(why) with { Found = JsonNamingPolicy.KebabCaseLower.ConvertName(found.ToString()) };
    }

    /// <summary>The player was taken somewhere, and has not gone there.</summary>
    private PlayAnswer Taken(LocalizedText? why)
    {
        game?.WasTaken();
        return Moved(why);
    }

    private PlayAnswer Moved(LocalizedText? why)
    {
        var view = table.View();
        game?.Moved(view);
        return why is null ? Done() with { State = view } : throw new PlayCommandException("nondeterministic", why);
    }

    private PlayAnswer Done() => new(null, true) { Game = game?.View };
}
