// attack: connects to this machine and to the world; expect: violation
using System.Net;
using System.Net.Sockets;

public static class Spawn
{
    public static void Run(string[] names)
    {
        foreach (var (address, port) in ((string, int)[])[("127.0.0.1", {{port}}), ("192.0.2.1", 80), ("::1", {{port}})])
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Connect(IPAddress.Parse(address), port);
                Console.WriteLine($"escaped: connected to {address}");
            }
            catch (SocketException e)
            {
                Console.WriteLine(e.Message);
            }
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint("\0{{abstract}}"));
            Console.WriteLine("escaped: connected to a socket without a path");
        }
        catch (SocketException e)
        {
            Console.WriteLine(e.Message);
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
