namespace ExerciseKit.Contract.Hosts;

/// <summary>What a host raises around itself before it has any thread that could run a student's code.</summary>
/// <param name="LandlockAbi">Of which version of Landlock it gives up the rights, from 1 on.</param>
/// <param name="Programs">The folder of the hand-in's programs, as the host sees it: all that it may read beside what it needs to run at all.</param>
/// <param name="Writable">The only folder that it may write, as it sees it; null for none.</param>
public sealed record HostWalls(int LandlockAbi, string Programs, string? Writable = null);
