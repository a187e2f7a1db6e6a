// expect: wrong verdict=violation check=answers line=11,26
using ExerciseKit.Multiprocessing;

public static class Echo
{
    public static void Run(string[][] clients)
    {
        var processes = new List<ChildProcess>();
        for (var i = 0; i < clients.Length; i++)
        {
            processes.Add(ChildProcess.Create(Serve));
            processes.Add(ChildProcess.Create(Call, i + 1, clients[i]));
        }

        processes.ForEach(process => process.Start());
        processes.ForEach(process => process.Join());
    }

    private static void Serve()
    {
    }

    private static void Call(int number, string[] texts)
    {
        foreach (var text in texts)
            Console.WriteLine($"client {number} got {text.ToUpperInvariant()}");
    }
}
