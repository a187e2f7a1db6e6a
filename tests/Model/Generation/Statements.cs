using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Model.Generation;

/// <summary>Random statements for one process. A new primitive adds its statements to <see cref="Any"/>.</summary>
/// <param name="Speaker">The process.</param>
/// <param name="Processes">All processes of the program.</param>
/// <param name="Locks">Its locks.</param>
/// <param name="Things">What else it has made.</param>
internal sealed record Statements(string Speaker, IReadOnlyList<string> Processes, IReadOnlyList<string> Locks, IReadOnlyList<CreateStep> Things)
{
    private const int MaxRounds = 3;

    private static readonly Gen<string> Paths = Gen.Elements("a", "b");

    /// <summary>One to three statements that belong together: a step, and perhaps somebody who looks at its result.</summary>
    public Gen<ImmutableList<Statement>> Phrase => Things.Count == 0 ? PlainPhrase : Gen.Frequency((2, PlainPhrase), (3, Synchronizers.PhraseOn(Things)));

    private Gen<ImmutableList<Statement>> PlainPhrase =>
        from step in Any
        from look in Gen.Frequency(
            (3, Gen.Constant<Statement?>(null)),
            (3, Gen.Constant<Statement?>(new PrintLast())),
            (1, Branch))
        select look is null ? ImmutableList.Create(step) : [step, look];

    private IEnumerable<string> Own => Processes.Where(p => Descent.IsChildOf(p, Speaker));

    private Gen<Statement> Any => Gen.Frequency<Statement>((8, OfLocks), (Own.Any() ? 9 : 1, OfProcesses), (6, OfFiles), (5, OfConsole), (4, OfTime), (2, OfEnds), (2, Loop));

    private Gen<Statement> OfLocks =>
        from name in Gen.Elements<string>(Locks)
        from patience in Patience
        from step in Gen.Elements<Statement>(new Acquire(name, patience), new Acquire(name, patience), new Release(name))
        select step;

    private Gen<Statement> OfProcesses =>
        from process in Gen.Frequency((9, Gen.Elements(Own.DefaultIfEmpty(Processes[^1]))), (1, Gen.Elements<string>(Processes)))
        from patience in Patience
        from step in Gen.Elements<Statement>(
            new Join(process, patience), new Join(process, patience), new Join(process, patience), new AskAlive(process), new AskExitCode(process),
            new Terminate(process), new Terminate(process), new Kill(process), new Start(process), new ListChildren())
        select step;

    private static Gen<Statement> OfFiles =>
        from path in Paths
        from newPath in Paths
        from overwrite in Gen.Elements(true, false)
        from step in Gen.Elements<Statement>(
            new Write(path, "w"), new Write(path, "v"), new Append(path, "+"), new Read(path), new Read(path),
            new Exists(path), new Delete(path), new Rename(path, newPath, overwrite), new Truncate(path), new Fill(path, "f"))
        select step;

    private static Gen<Statement> OfConsole =>
        from letter in Gen.Elements("x", "y")
        from endsLine in Gen.Elements(true, true, false)
        from stream in Gen.Elements(Printout.Output, Printout.Output, Printout.Error)
        select (Statement)new Print(letter, endsLine, stream);

    private static Gen<Statement> OfTime =>
        from seconds in Gen.Choose(0, 3)
        from step in Gen.Elements<Statement>(new Pause(seconds), new Pause(seconds), new LookAtClock())
        select step;

    private static Gen<Statement> OfEnds => Gen.Elements<Statement>(new Exit(3), new Throw(), new Return());

    private Gen<Statement> Loop =>
        from times in Gen.Choose(2, MaxRounds)
        from step in Gen.OneOf(OfLocks, OfProcesses, OfTime)
        select (Statement)new Repeat(times, [step]);

    private Gen<Statement?> Branch =>
        from looks in Gen.Elements(Enum.GetValues<Looks>())
        from then in Simple
        from otherwise in Simple
        select (Statement?)new If(looks, then, otherwise);

    private Gen<ImmutableList<Statement>> Simple =>
        from step in Gen.Frequency((3, OfLocks), (2, OfConsole), (1, OfEnds), (1, OfTime))
        from isThere in Gen.Elements(true, true, false)
        select isThere ? ImmutableList.Create(step) : [];

    private static Gen<int?> Patience => Gen.Elements<int?>(null, null, 0, 1, 2);
}
