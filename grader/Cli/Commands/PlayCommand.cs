using System.CommandLine;
using System.Runtime.InteropServices;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Playing;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Playing;
using ExerciseKit.Pages;
using ExerciseKit.Playing;
using ExerciseKit.Session;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit play ID</c></summary>
internal sealed class PlayCommand : KitCommand
{
    private const string Strict = "strict";
    private const string Loose = "loose";

    private readonly Kit kit;
    private readonly ExerciseArgument exercise = new("The exercise; the beginning of its id is enough.");
    private readonly Option<string?> path = new("--hand-in") { Description = "What to play, as for kit grade. Default: your folder's exercises/.", HelpName = "PATH" };
    private readonly Option<bool> solution = new("--solution") { Description = "Plays the course's own solution, where the course has it." };
    private readonly Option<bool> game = new("--game") { Description = "Plays the exercise's games, on a wrong program of its own: break it, predict it, repair it." };
    private readonly Option<string?> check = new("--check") { Description = "The check. Default: the first that breaks, else the first.", HelpName = "CHECK" };
    private readonly Option<string?> scenario = new("--scenario") { Description = "The scenario: its number, or a part of its name. Default: the first that breaks, else the first.", HelpName = "WHICH" };
    private readonly Option<string?> time = new("--time") { Description = "strict: sleeps and timeouts take exactly as long as they say; loose: they may take any time. Default: what breaks, else loose." };
    private readonly Option<bool> json = new("--json") { Description = "Plays over standard input and output, a JSON object a line; `kit schema play` tells of which form." };
    private readonly Option<int?> port = new("--port") { Description = "The port of the page's address. Default: one that is free.", HelpName = "N" };
    private readonly Option<bool> open = new("--open") { Description = "Opens the page." };
    private readonly RequireSandboxOption requireSandbox = new();

    public PlayCommand(Kit kit)
        : base(
            "play",
            "Lets you choose which process goes on, step by step, through every interleaving of an exercise's program.",
            "kit play 07 --open",
            "kit play 19-deadlock --scenario 2",
            "kit play 07 --solution",
            "kit play 07 --game --open",
            "echo '{\"command\": \"find\", \"what\": \"break\"}' | kit play 07 --json")
    {
        this.kit = kit;
        time.AcceptOnlyFromAmong(Strict, Loose);
        Add(exercise);
        Add(path);
        Add(solution);
        Add(game);
        Add(check);
        Add(scenario);
        Add(time);
        Add(json);
        Add(port);
        Add(open);
        Add(requireSandbox);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    the play was ended
          2    the command line, or what it names, can't be used
          3    the grader failed
        Ctrl-C while it searches ends the search: what is known then can be played. Ctrl-C after that ends the play.
        """,
        """
        退出码：
          0    演练已结束
          2    命令行，或其中指定的东西，无法使用
          3    评分程序出错
        搜索时按 Ctrl-C 会结束搜索，已知的部分可以演练。之后再按 Ctrl-C 就结束演练。
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        if (parsed.GetValue(json) && (parsed.GetValue(open) || parsed.GetValue(port) is not null))
            throw new BadInputException(PlayTexts.WithJson);
        if (parsed.GetValue(port) is { } number && number is < 1 or > ushort.MaxValue)
            throw new BadInputException(PlayTexts.PortTaken(number, "1 … 65535"));
        using var stop = new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, end));
        try
        {
            var language = kit.Language(parsed);
            await using var table = await ProgressLine.ShowAsync(kit.Terminal.Error, line =>
                new PlayOpener(place.Course.Root).OpenAsync(RequestOf(place, parsed), new Shown(line, language), stop.Token, end.Token));
            await stop.CancelAsync();
            var desk = new PlayDesk(table);
            if (parsed.GetValue(json))
                await PlayLines.RunAsync(desk, kit.Terminal.Input(), kit.Terminal.Raw, end.Token);
            else
                await ServeAsync(desk, table, parsed, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Whoever ends a play has ended it: nothing was broken off.
        }

        return ExitCode.Passed;

        void Interrupted(PosixSignalContext context) => Stop(context, stop.IsCancellationRequested ? end : stop);

        static void Stop(PosixSignalContext context, CancellationTokenSource what)
        {
            context.Cancel = true;
            what.Cancel();
        }
    }

    private async Task ServeAsync(PlayDesk desk, PlayTable table, ParseResult parsed, CancellationToken cancellation)
    {
        var language = kit.Language(parsed);
        var page = PlayPage.Of(
            table.About.Exercise,
            [.. table.Sources.Select(s => new SourceText(table.About.Exercise, s.Name, s.Text))],
            parsed.GetResult(kit.LanguageOption) is null ? null : language);
        await using var server = await PlayServer.StartAsync(desk, page, parsed.GetValue(port) ?? 0, cancellation);
        await kit.Terminal.Raw.WriteLineAsync(PlayTexts.Playing(server.Address).In(language).AsMemory(), cancellation);
        await kit.Terminal.Raw.FlushAsync(cancellation);
        if (parsed.GetValue(open) && Browser.Open(server.Address) is { } why)
            kit.Terminal.Complain(PlayTexts.NotOpened(why).In(language));
        await Task.WhenAny(server.Ended, InputEndsAsync(cancellation), Task.Delay(Timeout.Infinite, cancellation));
    }

    // Who closes the terminal, or the pipe that stands for it, has ended the play.
    private async Task InputEndsAsync(CancellationToken cancellation)
    {
        var input = kit.Terminal.Input();
        // A terminal's own reading can't be given up: it has a thread of its own, which nobody waits for.
        await Task.Factory.StartNew(
            () =>
            {
                while (input.ReadLine() is not null)
                {
                    // What is typed here means nothing.
                }
            },
            cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private PlayRequest RequestOf(Workplace place, ParseResult parsed)
    {
        var chosen = place.Course.Choose(parsed.GetRequiredValue(exercise));
        if (new[] { parsed.GetValue(solution), parsed.GetValue(game), parsed.GetValue(path) is not null }.Count(named => named) > 1)
            throw new BadInputException(PlayTexts.TwoHandIns);
        Tier? tier = parsed.GetValue(time) switch { Strict => Tier.Strict, Loose => Tier.Loose, _ => null };
        return new PlayRequest(
            chosen.Id,
            parsed.GetValue(solution) ? null : parsed.GetValue(path) ?? place.Student.Exercises,
            parsed.GetValue(check),
            parsed.GetValue(scenario),
            tier,
            RequireSandbox: parsed.GetValue(requireSandbox))
        {
            IsGame = parsed.GetValue(game),
        };
    }

    private sealed class Shown(ProgressLine line, Language language) : IProgress<PlayProgress>
    {
        public void Report(PlayProgress value) => line.Show(value.Doing.In(language));
    }
}
