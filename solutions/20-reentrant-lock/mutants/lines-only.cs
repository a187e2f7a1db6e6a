// expect: wrong verdict=violation check=alone line=8,9,10
public static class Ledger
{
    public static void Run(string[] clerks)
    {
        foreach (var clerk in clerks)
        {
            Console.WriteLine($"{clerk} begins");
            Console.WriteLine($"{clerk} writes");
            Console.WriteLine($"{clerk} ends");
        }
    }
}
