using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Contract.Wire;

/// <summary>Driver to warden: start a host.</summary>
/// <param name="Number">The driver's number for it.</param>
/// <param name="Socket">Where it is to connect, as it sees that path.</param>
/// <param name="Limits">What it may use.</param>
/// <param name="Walls">What it raises around itself; null for nothing but its filter of system calls.</param>
public sealed record StartHost(int Number, string Socket, HostLimits Limits, HostWalls? Walls) : Message;

/// <summary>Driver to warden: kill a host.</summary>
/// <param name="Number">The driver's number for it.</param>
public sealed record KillHost(int Number) : Message;

/// <summary>Warden to driver: a host has been started.</summary>
/// <param name="Number">The driver's number for it.</param>
/// <param name="ProcessId">Its process id inside the sandbox: nobody else may connect in its place.</param>
public sealed record HostStarted(int Number, int ProcessId) : Message;

/// <summary>Warden to driver: a host has ended, and is reaped.</summary>
/// <param name="Number">The driver's number for it.</param>
/// <param name="ExitCode">Its exit code; 128 and the signal's number where a signal ended it.</param>
/// <param name="Errors">The end of what it wrote to its standard error.</param>
public sealed record HostEnded(int Number, int ExitCode, string Errors) : Message;
