using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Host.Shims;

/// <summary>What a process may know of its environment, and its way to end.</summary>
[StandsFor(typeof(Environment))]
public static class EnvironmentShim
{
    /// <summary>The same on every machine, since printed lines are compared.</summary>
    public static string NewLine => "\n";

    public static int ProcessId => Request.Session.Perform<ProcessIdentity>(new Identify { AsksForIds = true }).Id;

    public static int TickCount => unchecked((int)TickCount64);

    public static long TickCount64 => RunClock.Uptime().Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>As in .NET, no finally runs.</summary>
    public static void Exit(int exitCode) => Request.End(new EndProcess(Ending.Exited, exitCode), Request.Session.Site);
}
