public static class Greeting
{
    public static void Run(string[] names) => throw new NotImplementedException();

    public static Report Count((int X, int Y)[] pairs) => throw new NotImplementedException();
}
