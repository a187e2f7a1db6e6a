using ExerciseKit.Multiprocessing;

namespace Course.Locks;

public static class TicketSale
{
    public static void Run(string database, string[] users)
    {
        var office = new BoxOffice(database, new ProcessLock());
        var visitors = users.Select(user => new Visitor(user, office)).ToArray();
        Array.ForEach(visitors, visitor => visitor.Start());
        Array.ForEach(visitors, visitor => visitor.Join());
    }
}

internal sealed class Visitor(string user, BoxOffice office) : ChildProcess
{
    protected override void Run()
    {
        Say($"sees {office.Left}");
        Say(office.TrySell() ? "bought a ticket" : "found none left");
    }

    private void Say(string what) => Console.WriteLine($"{user} {what}");
}

internal sealed class BoxOffice(string database, ProcessLock door)
{
    public int Left => TicketFile.Read(database);

    public bool TrySell()
    {
        using var _ = door.EnterScope();
        if (Left is var left and > 0)
        {
            Thread.Sleep(TimeSpan.FromSeconds(0.1));
            TicketFile.Write(database, left - 1);
            return true;
        }

        return false;
    }
}
