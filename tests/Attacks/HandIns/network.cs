// attack: sends what it knows over the network; expect: policy
public static class Spawn
{
    public static void Run(string[] names)
    {
        using var client = new HttpClient();
        Console.WriteLine("escaped: " + client.GetStringAsync("http://127.0.0.1:{{port}}/").Result);
    }

    public static void RunClass(string[] names) => Run(names);
}
