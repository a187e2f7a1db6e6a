using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    // The child tells what it had before as well; nobody joins it, since a parent waits for its children at its end.
    public static (int Parent, int Child) Run(int value)
    {
        var reports = new JoinableQueue<Report>(capacity: 1);
        ChildProcess.Create(Change, new Order(value, reports)).Start();
        Report? report;
        while (!reports.TryGet(out report, TimeSpan.FromSeconds(1)))
            Console.WriteLine("(no report yet)");
        return (Money, report.After);
    }

    private static void Change(Order order)
    {
        var before = Money;
        Money += order.Value - before;
        order.Reports.Put(new Report(before, Money));
    }

    private sealed record Order(int Value, JoinableQueue<Report> Reports);

    private sealed record Report(int Before, int After);
}
