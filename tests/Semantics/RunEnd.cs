namespace ExerciseKit.Tests.Semantics;

/// <summary>How one run of a program came out.</summary>
/// <param name="Output">The lines that its processes printed, in order, joined by line ends.</param>
/// <param name="Errors">The error stream, exceptions that ended a process included; a deadlock's report where it came to one.</param>
/// <param name="ExitCode">The first process's; null where it never ended.</param>
public sealed record RunEnd(string Output, string Errors, int? ExitCode);
