using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Grading.Checking;

/// <summary>Writes the replay tokens of one exercise's hand-in.</summary>
internal sealed class ReplayTokens(SubmittedExercise handIn, int seed)
{
    private readonly string hash = ReplayToken.Shorten(SubmissionHash.Of([handIn]));

    /// <summary>The token that runs a trace again.</summary>
    /// <param name="check">The check that it breaks.</param>
    /// <param name="scenario">Its setting.</param>
    /// <param name="tier">Its tier of time.</param>
    /// <param name="verdict">What it led to.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="last">The index of the step that shows the fault; all steps where it is beyond the last.</param>
    /// <param name="chance">The value of chance, from 0.</param>
    public string Of(Check check, Scenario scenario, Tier tier, Verdict verdict, Trace trace, int last, int chance = 0) => ReplayTokenText.Write(
        new ReplayToken(handIn.Exercise.Id, check.Id, hash, seed, scenario.Name.En, tier, verdict, ReplayToken.StepsOf(trace, last + 1), chance));
}
