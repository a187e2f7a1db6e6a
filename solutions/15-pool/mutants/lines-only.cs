// expect: wrong verdict=violation check=squares line=7,9
public static class PoolWork
{
    public static int[] Run(int workers, int[] numbers)
    {
        foreach (var n in numbers)
            Console.WriteLine($"{n} done");
        Console.WriteLine("all done");
        return [.. numbers.Select(n => checked(n * n))];
    }
}
