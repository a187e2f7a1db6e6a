using ExerciseKit.Benchmarks.Attacking;
using ExerciseKit.Benchmarks.Class;
using ExerciseKit.Benchmarks.Exploring;
using ExerciseKit.Benchmarks.Grade;
using ExerciseKit.Benchmarks.KnownBugs;
using ExerciseKit.Benchmarks.Lines;
using ExerciseKit.Benchmarks.Parity;
using ExerciseKit.Benchmarks.Peers;
using ExerciseKit.Benchmarks.Rerunning;
using ExerciseKit.Benchmarks.Sandboxing;
using ExerciseKit.Benchmarks.Student;
using ExerciseKit.Benchmarks.TicketSale;
using ExerciseKit.Tests.KnownBugs;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C lets the benchmark stop its processes; the second does what it always does.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

switch (args)
{
    case ["grade"]:
        await GradeBenchmark.RunAsync(Console.Out, cancellation.Token);
        return 0;
    case ["lines", .. var which]:
        await LinesBenchmark.RunAsync(ExerciseKit.Tests.Repository.Root, string.Join(',', which), Console.Out, cancellation.Token);
        return 0;
    case ["class"]:
        await ClassBenchmark.RunAsync(ClassBenchmark.Sizes, Console.Out, cancellation.Token);
        return 0;
    case ["class", var size] when int.TryParse(size, out var handIns) && handIns > 0:
        await ClassBenchmark.RunAsync([handIns], Console.Out, cancellation.Token);
        return 0;
    case ["watch", .. var ids]:
        await WatchBenchmark.RunAsync(ids, Console.Out, cancellation.Token);
        return 0;
    case ["cold"]:
        await ColdBenchmark.RunAsync(older: null, Console.Out, cancellation.Token);
        return 0;
    case ["cold", var older]:
        await ColdBenchmark.RunAsync(older, Console.Out, cancellation.Token);
        return 0;
    case ["checks"]:
        await CheckTable.RunAsync(Console.Out, cancellation.Token);
        return 0;
    case ["known-bugs"]:
        return await KnownBugsBenchmark.RunAsync(KnownBugCatalog.All, KnownBugPrograms.Moving, Console.Out, cancellation.Token) ? 0 : 1;
    case ["known-bugs", "larger"]:
        return await KnownBugsBenchmark.RunAsync(KnownBugCatalog.Larger, KnownBugPrograms.Moving, Console.Out, cancellation.Token) ? 0 : 1;
    case ["known-bugs", "nameless"]:
        return await KnownBugsBenchmark.RunAsync(KnownBugCatalog.Larger, KnownBugPrograms.Nameless, Console.Out, cancellation.Token) ? 0 : 1;
    case ["rerun"]:
        await RerunBenchmark.RunAsync(RerunBenchmark.DefaultRuns, Console.Out, cancellation.Token);
        return 0;
    case ["rerun", var count] when int.TryParse(count, out var runs) && runs > 0:
        await RerunBenchmark.RunAsync(runs, Console.Out, cancellation.Token);
        return 0;
    case ["sale"]:
        return await TicketSaleBenchmark.RunAsync(Console.Out, cancellation.Token) ? 0 : 1;
    case ["explore"]:
        await ExploreBenchmark.RunAsync(6, Console.Out, cancellation.Token);
        return 0;
    case ["explore", var buyers] when int.TryParse(buyers, out var most) && most >= 3:
        await ExploreBenchmark.RunAsync(most, Console.Out, cancellation.Token);
        return 0;
    case ["sandbox"]:
        return await SandboxBenchmark.RunAsync(Console.Out, cancellation.Token) ? 0 : 1;
    case ["peers"]:
        return await PeerBenchmark.RunAsync(Console.Out, cancellation.Token) ? 0 : 1;
    case ["attacks"]:
        return await AttackBenchmark.RunAsync(Console.Out, cancellation.Token) ? 0 : 1;
    case ["parity"]:
        return await ParityReport.RunAsync(Console.Out, cancellation.Token) ? 0 : 1;
#if BROWSER
    case ["page"]:
        return await ExerciseKit.Benchmarks.Page.PageBenchmark.RunAsync(Console.Out, cancellation.Token) ? 0 : 1;
#endif
    default:
        Console.Error.WriteLine("""
            dotnet run -c Release --project tests/Benchmarks -- VERB
              grade                seconds for kit grade and kit verify; states, real runs and milliseconds for each exercise
              class [HAND-INS]     hand-ins a minute and memory of kit grade-all, beside kit grade once a hand-in
              watch [ID...]        from a save to the verdict in a watch session, beside an incremental dotnet build
              cold [OLDER-CLONE]   kit check as a process of its own, beside an older build and dotnet test with one empty test
              checks               what each check is tried in: the members that are proved, the larger ones that are sampled
              known-bugs           what it costs to find the known bugs, and to prove the mended programs
              known-bugs larger    the same for programs with more processes
              known-bugs nameless  the same for these, where no process asks who it is
              sale                 what it costs to prove the ticket sale with 3 to 5 buyers, and to find each wrong answer's fault
              rerun [RUNS]         how likely reruns are to show a fault, against exploring the program once
              explore [BUYERS]     states a second and memory a state of the search alone, for the sale with 3 to so many buyers
              sandbox              the ticket sale graded behind each wall, both and none
              attacks              what the grader itself takes for every attack and reported hand-in; 1 where it is more than 512 MB or the result more than 1 MB
              parity               what the primitives mean by hand, in a grading and in CPython; 1 where something differs undocumented
              page                 first paint and a step of the report's page in Chromium; only with -p:Browser=true
              peers                the primitives with real processes, beside Python's multiprocessing
            """);
        return 2;
}
