using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Hosts;

namespace ExerciseKit.Hosting.Running;

/// <summary>The host of a student's process was condemned at a place where the process can't be asked for its end.</summary>
/// <param name="who">The process.</param>
/// <param name="site">Its last call.</param>
/// <param name="inner">Why.</param>
public sealed class CondemnedProcessException(string who, CallSite site, CondemnedHostException inner)
    : Exception(TextOf(who, site, inner).En, inner)
{
    /// <summary>Who did what, in words.</summary>
    public LocalizedText Text { get; } = TextOf(who, site, inner);

    public Verdict Verdict { get; } = inner.Verdict;

    public CallSite Site { get; } = site;

    private static LocalizedText TextOf(string who, CallSite site, CondemnedHostException inner) => site.IsKnown
        ? ($"{who}, after {site}, {inner.Text.En}", $"{who} 在 {site} 之后{inner.Text.Zh}")
        : ($"{who} {inner.Text.En}", $"{who} {inner.Text.Zh}");
}
