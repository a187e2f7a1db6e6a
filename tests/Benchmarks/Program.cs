using ExerciseKit.Benchmarks.Grade;
using ExerciseKit.Benchmarks.KnownBugs;

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
    case ["known-bugs"]:
        await KnownBugsBenchmark.RunAsync(Console.Out, cancellation.Token);
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- grade|known-bugs");
        return 2;
}
