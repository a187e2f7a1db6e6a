// expect: wrong verdict=violation check=answers line=9
public static class Echo
{
    public static void Run(string[][] clients)
    {
        for (var i = 0; i < clients.Length; i++)
        {
            foreach (var text in clients[i])
                Console.WriteLine($"client {i + 1} got {text.ToUpperInvariant()}");
        }
    }
}
