namespace ExerciseKit.Authoring.Verification;

/// <summary>How much is verified.</summary>
/// <param name="Seeds">Under how many seeds each hand-in is graded, from 1 on: each draws other members of what varies. At least 1.</param>
/// <param name="OnlyRightAnswers">Whether only the solutions and the other right answers are graded.</param>
public sealed record VerificationScope(int Seeds = 1, bool OnlyRightAnswers = false);
