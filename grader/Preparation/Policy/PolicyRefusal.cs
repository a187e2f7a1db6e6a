using ExerciseKit.Contract;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Something in a submission that graded code may not use.</summary>
/// <param name="Site">Where it stands; unknown for what stands in no method, such as a field.</param>
/// <param name="Member">What is refused, as the student knows it, such as <c>System.Threading.Thread.Start</c>.</param>
/// <param name="Reason">What to use instead, as a sentence.</param>
internal sealed record PolicyRefusal(CallSite Site, string Member, LocalizedText Reason)
{
    /// <summary>What is refused, in Chinese.</summary>
    public string MemberZh { get; init; } = Member;
}
