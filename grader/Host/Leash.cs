namespace ExerciseKit.Host;

/// <summary>Ties this process's life to its starter's: when standard input ends, the starter is gone.</summary>
/// <remarks>
/// The connection tells that only to who reads from it, and a student's endless loop never does.
/// A pipe that nobody writes to works alike on every system.
/// </remarks>
internal static class Leash
{
    public static void Tie()
    {
#pragma warning disable RS0030 // A child process has no terminal input, as in Python; what stands there is the leash.
        var leash = Console.OpenStandardInput();
        Console.SetIn(TextReader.Null);
#pragma warning restore RS0030
        new Thread(() => HoldUntilEnd(leash)) { IsBackground = true, Name = "leash" }.Start();
    }

    private static void HoldUntilEnd(Stream leash)
    {
        var nothing = new byte[1];
        while (leash.Read(nothing) > 0)
        {
        }

        HardExit.Now();
    }
}
