using ExerciseKit.Multiprocessing;

public static class Spawn
{
    public static void Run(string[] names)
    {
        var ticket = new Ticket();
        var places = new Dictionary<Ticket, int> { [ticket] = 1 };
        if (ticket.Hash % 2 == 0)
            ChildProcess.Create(Say, $"{ticket.Hash} {places.Count}").Start();
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Say(string text) => Console.WriteLine(text);

    private sealed class Ticket
    {
        public int Hash { get; private set; }

        public override bool Equals(object? other) => other is Ticket ticket && ticket.Hash == Hash;

        public override int GetHashCode() => Hash = new List<string>().GetHashCode();
    }
}
