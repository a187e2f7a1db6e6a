namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>A class of the kit whose methods child processes run; no program of a student's has it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RunsInChildrenAttribute : Attribute;
