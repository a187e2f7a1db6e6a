using ExerciseKit.Contract.Operations;
using ExerciseKit.Grading.Hosting;

namespace ExerciseKit.Grading.Running;

/// <summary>A student's process computes without end inside the framework, where no loop budget counts.</summary>
internal sealed class OverworkException(Target target, HostOverworkException inner)
    : Exception($"{target.Method} {inner.Message}", inner);
