using ExerciseKit.Multiprocessing;

namespace Course.Servers;

public static class Echo
{
    // Two one-way pipes a client: one for its texts, one for the answers.
    public static void Run(string[][] clients)
    {
        Client[] all = new Client[clients.Length];
        Server[] servers = new Server[clients.Length];
        for (int i = 0; i < clients.Length; i++)
        {
            (Connection texts, Connection toServer) = Pipe.Create(duplex: false);
            (Connection answers, Connection toClient) = Pipe.Create(duplex: false);
            all[i] = new Client(i + 1, clients[i], toServer, answers);
            servers[i] = new Server(texts, toClient);
            all[i].Start();
            servers[i].Start();
            toServer.Dispose();
            answers.Dispose();
            texts.Dispose();
            toClient.Dispose();
        }

        for (int i = 0; i < clients.Length; i++)
        {
            all[i].Join();
            servers[i].Join();
        }
    }
}

public class Client : ChildProcess
{
    private readonly int number;
    private readonly string[] texts;
    private readonly Connection server;
    private readonly Connection answers;

    public Client(int number, string[] texts, Connection server, Connection answers)
    {
        this.number = number;
        this.texts = texts;
        this.server = server;
        this.answers = answers;
    }

    protected override void Run()
    {
        foreach (string text in texts)
        {
            server.Send(text);
        }

        server.Close();
        foreach (string text in texts)
        {
            string answer = answers.Receive<string>();
            Console.WriteLine("client " + number + " got " + answer);
        }
    }
}

public class Server : ChildProcess
{
    private readonly Connection texts;
    private readonly Connection client;

    public Server(Connection texts, Connection client)
    {
        this.texts = texts;
        this.client = client;
    }

    protected override void Run()
    {
        try
        {
            while (true)
            {
                string text = texts.Receive<string>();
                client.Send(text.ToUpper());
            }
        }
        catch (EndOfStreamException)
        {
            client.Close();
        }
    }
}
