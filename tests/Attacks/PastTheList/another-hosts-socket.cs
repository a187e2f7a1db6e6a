// attack: connects to any socket that it finds, as another host; expect: violation
using System.Net.Sockets;

public static class Spawn
{
    public static void Run(string[] names)
    {
        // One is listened to as soon as a child is started.
        foreach (var name in names)
            ExerciseKit.Multiprocessing.ChildProcess.Create(Look, name).Start();
    }

    public static void RunClass(string[] names) => Run(names);

    private static void Look(string name)
    {
        for (var i = 0; i < 200; i++)
        {
            foreach (var folder in Entries("{{temporary}}").Append("/hand-in"))
            {
                foreach (var path in Entries(folder))
                    Try(path);
            }
        }
    }

    private static IEnumerable<string> Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Try(string path)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(path));
            Console.WriteLine("escaped: connected to another host's socket");
        }
        catch (SocketException)
        {
        }
    }
}
