// expect: wrong verdict=violation check=names-and-ids line=10,29
using ExerciseKit.Multiprocessing;

public static class Lifecycle
{
    public static LifecycleReport Run()
    {
        var news = new ProcessQueue<Card>();
        var asleep = ChildProcess.Create(Sleep);
        var back = ChildProcess.Create(Report, news, CurrentProcess.Id);
        var broken = ChildProcess.Create(Break);
        var gone = ChildProcess.Create(Leave);
        ChildProcess[] all = [asleep, back, broken, gone];
        foreach (var child in all)
            child.Start();

        var (lives, code) = (asleep.IsAlive, asleep.ExitCode);
        asleep.Terminate();
        var card = news.Get();
        foreach (var child in all)
            child.Join();
        return new LifecycleReport(
            lives, code, asleep.IsAlive, back.ExitCode, broken.ExitCode, gone.ExitCode, asleep.ExitCode,
            back.Name, card.Name, back.Id, card.Id, card.ParentId);
    }

    private static void Sleep() => Thread.Sleep(TimeSpan.FromMinutes(60));

    private static void Report(ProcessQueue<Card> news, int parent) => news.Put(new Card(CurrentProcess.Name, CurrentProcess.Id, parent));

    private static void Break() => throw new NotSupportedException("Such a child can't be.");

    private static void Leave() => Environment.Exit(3);

    private sealed record Card(string Name, int Id, int ParentId);
}
