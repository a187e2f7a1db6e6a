using ExerciseKit.Multiprocessing;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        try
        {
            Parse("many");
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException("no child", e);
        }

        return (Money, value);
    }

    private static int Parse(string text) => int.Parse(text);
}
