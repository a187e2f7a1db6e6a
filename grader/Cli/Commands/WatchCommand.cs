using System.CommandLine;
using System.Runtime.InteropServices;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Cli.Watching;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Session.Progress;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit watch [ID]</c>, and <c>kit</c> alone.</summary>
internal sealed class WatchCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string?> exercise = new("ID")
    {
        Description = "The exercise to begin with; the beginning of its id is enough. Default: the first that is not solved.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public WatchCommand(Kit kit)
        : base("watch", "Checks an exercise at each save, and leads through the course by keys.", "kit watch", "kit watch 07", "kit")
    {
        this.kit = kit;
        Add(exercise);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    you have quit
          2    there is no terminal, or no course folder
          130  the terminal is gone, or it was cancelled
        """,
        """
        退出码：
          0    你已退出
          2    没有终端，或者没有课程文件夹
          130  终端断开，或者被取消
        """);

    /// <summary>Whether there is a terminal to show a session on, and to read keys from.</summary>
    public static bool IsPossible(Kit kit) => kit.Terminal.IsInteractive;

    /// <summary>Runs a session.</summary>
    /// <param name="parsed">The command line, of whichever command.</param>
    /// <param name="id">The exercise to begin with, as the user writes it; null for the first that is not solved.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<int> WatchAsync(ParseResult parsed, string? id, CancellationToken cancellation)
    {
        if (!IsPossible(kit))
            throw new BadInputException(ProgressTexts.NoTerminal);
        var place = kit.Place(parsed);
        var first = id is null ? null : place.Course.Choose(id);
        var complaints = new List<LocalizedText>();
        var book = new ProgressBook(place.Student, complaints.Add);
        var wasCut = false;
        using (var screen = new WatchScreen(kit.Terminal, Terminals.Terminal.Window, kit.Language(parsed), (exercise, site) => SourceLines.Of(place, exercise, site)))
        {
            await using var session = new WatchSession(place, book, screen, first);
            using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var onCancel = cancellation.Register(() => Cut());
            using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
            {
                context.Cancel = true;
                Cut();
            });
            using var input = OperatingSystem.IsWindows() ? null : new RawInput();
            using var onResize = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => session.Resize());
            // Who had the terminal meanwhile has written over the screen.
            using var onReturn = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => session.Resize());
            var keys = new Thread(() => WatchKeys.Read(input, session, Cut, stopped.Token)) { IsBackground = true, Name = "keys" };
            keys.Start();
            await RunAsync(session);
            await stopped.CancelAsync();
            keys.Join();

            void Cut()
            {
                wasCut = true;
                session.End();
            }
        }

        foreach (var complaint in complaints)
            kit.Terminal.Complain(kit.Say(complaint, parsed));
        return wasCut ? ExitCode.Cancelled : ExitCode.Passed;
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation) =>
        WatchAsync(parsed, parsed.GetValue(exercise), cancellation);

    // A thread of its own: whatever gradings do to the pool, a key is answered.
    private static Task RunAsync(WatchSession session)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                session.Run();
                ended.SetResult();
            }
            catch (UnwritableOutputException)
            {
                // The terminal is gone: there is nobody left to tell.
                ended.SetResult();
            }
            catch (Exception e)
            {
                ended.SetException(e);
            }
        })
        { IsBackground = true, Name = "session" }.Start();
        return ended.Task;
    }
}
