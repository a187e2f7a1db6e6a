using System.Reflection;
using System.Runtime.InteropServices;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Live;

namespace ExerciseKit.Host;

/// <summary>The kernel of a program started by hand.</summary>
internal static class Broker
{
    /// <summary>Serves the program until its last connection ends.</summary>
    /// <param name="socket">Where its first process listens.</param>
    /// <param name="assembly">The program.</param>
    public static int Run(string socket, string assembly) => RunAsync(socket, assembly).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string socket, string assembly)
    {
        // Ctrl-C goes to the whole group: the first process dies of it, and its closed connection ends all the rest in order.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var root = MessageChannel.Connect(socket);
        var options = new LiveOptions(Assembly.GetExecutingAssembly().Location, assembly, Stderr.WriteLine);
        await using var program = new LiveProgram(options, TimeProvider.System);
        await program.RunAsync(root, CancellationToken.None).ConfigureAwait(false);
        return 0;
    }
}
