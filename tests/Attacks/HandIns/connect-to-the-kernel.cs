// attack: connects to the kernel's socket as another process; expect: policy
using System.Net.Sockets;

public static class Spawn
{
    public static void Run(string[] names)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint("/hand-in/socket"));
        Console.WriteLine("escaped: connected");
    }

    public static void RunClass(string[] names) => Run(names);
}
