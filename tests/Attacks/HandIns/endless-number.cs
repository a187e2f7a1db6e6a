// slow attack: a number with more digits than there is time for; expect: limit
using System.Numerics;

public static class Spawn
{
    public static void Run(string[] names) => Console.WriteLine(BigInteger.Pow(3, 400_000_000).IsEven);

    public static void RunClass(string[] names) => Run(names);
}
