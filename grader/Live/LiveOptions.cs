namespace ExerciseKit.Live;

/// <summary>How a program is run for real.</summary>
/// <param name="Host">The path of ExerciseKit.Host.dll, which each child process is started with.</param>
/// <param name="Assembly">The path of the program's assembly.</param>
/// <param name="Tell">Takes the lines that the kit itself says on the terminal: deadlocks, processes left behind.</param>
/// <param name="Seed">Seeds what rewritten code draws. Default 1.</param>
/// <param name="MaxProcesses">How many processes may live at once. Default 1,000: each is a process of the system, of some 30 MB.</param>
public sealed record LiveOptions(string Host, string Assembly, Action<string> Tell, int Seed = 1, int MaxProcesses = 1_000);
