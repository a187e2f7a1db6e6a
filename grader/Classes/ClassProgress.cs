using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes;

/// <summary>What grading a class tells while it works.</summary>
public abstract record ClassProgress;

/// <summary>It is known how many hand-ins there are.</summary>
public sealed record ClassStarted(int HandIns) : ClassProgress;

/// <summary>It is known what the hand-ins' processes are kept from.</summary>
public sealed record ClassWallsKnown(SandboxReport Report) : ClassProgress;

/// <summary>A hand-in has its record.</summary>
/// <param name="Record">The record.</param>
/// <param name="WasThere">Whether it had been graded before.</param>
public sealed record HandInFinished(HandInRecord Record, bool WasThere) : ClassProgress;
