using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Grading.Hosting;

namespace ExerciseKit.Grading.Running;

/// <summary>A student's process goes beyond a limit at a place where it can't be asked for its end.</summary>
internal sealed class OverLimitException(Target target, CallSite site, HostOverLimitException inner)
    : Exception($"{target.Method}{(site.IsKnown ? $", after {site}," : "")} {inner.Message}", inner);
