using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Live;

namespace ExerciseKit.Host;

/// <summary>A whole program run for real from one of its methods, its first process in a host, too.</summary>
internal static class HostedProgram
{
    private const int Failed = 1;

    /// <summary>Runs it. The arguments are read from standard input, a JSON array.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="type">The full name of the class.</param>
    /// <param name="method">Its static method.</param>
    /// <returns>The first process's exit code; 1 where the program did not end by itself.</returns>
    public static int Run(string assembly, string type, string method) => RunAsync(assembly, new Target(type, method, "*")).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string assembly, Target target)
    {
#pragma warning disable RS0030 // The arguments may be longer than a command line.
        var arguments = new Payload(await Console.In.ReadToEndAsync().ConfigureAwait(false), []);
#pragma warning restore RS0030
        await using var program = new LiveProgram(new LiveOptions(Assembly.GetExecutingAssembly().Location, assembly, Stderr.WriteLine), TimeProvider.System);
        var end = await program.RunAsync(target, arguments, CancellationToken.None).ConfigureAwait(false);
        return end is { Ending: LiveEnding.Ended, Root: { } root } ? root.ExitCode : Failed;
    }
}
