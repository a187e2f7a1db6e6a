using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Hosting.Sandboxing;

/// <summary>Where the hosts of one hand-in run. Disposing it ends them all.</summary>
public interface ISandbox : IAsyncDisposable
{
    /// <summary>What it enforces.</summary>
    SandboxReport Report { get; }

    /// <summary>The program that runs the hosts, as they see it.</summary>
    string Runtime { get; }

    /// <summary>A path of the hand-in's folder as the hosts see it.</summary>
    string PathInside(string path);

    /// <summary>Starts a host, which connects to a socket in the hand-in's folder.</summary>
    /// <param name="socket">The socket's path.</param>
    /// <param name="limits">What the host may use.</param>
    /// <exception cref="GraderFaultException">It can't be started.</exception>
    Task<IHostLife> StartHostAsync(string socket, HostLimits limits, CancellationToken cancellation);
}
