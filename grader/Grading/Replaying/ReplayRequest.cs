namespace ExerciseKit.Grading.Replaying;

/// <summary>Which interleaving is to be run again, and of what.</summary>
/// <param name="Token">The token that stands beside "replay" in a result.</param>
/// <param name="Path">The hand-in; null for the working copy in <c>exercises/</c>.</param>
/// <param name="Force">Whether to try it on another hand-in than the token was made of.</param>
/// <param name="RequireSandbox">Whether a machine that can't keep the hand-in's processes in a sandbox is the grader's fault.</param>
public sealed record ReplayRequest(string Token, string? Path = null, bool Force = false, bool RequireSandbox = false);
