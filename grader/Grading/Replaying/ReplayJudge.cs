using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Exploration.Traces;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Kernel;
using ExerciseKit.Kernel.Rules;

namespace ExerciseKit.Grading.Replaying;

/// <summary>Tells what a replayed interleaving shows.</summary>
internal static class ReplayJudge
{
    /// <summary>The check's result, by this one run.</summary>
    public static CheckResult Judge(ReplayCase replay, Trace trace, ReplaySchedule schedule)
    {
        var (token, check) = (replay.Token, replay.Check);
        var basis = new CheckResult(check.Id, check.Title, CheckStatus.Passed, Verdict.Passed, 0, check.Points, ("Nothing wrong showed.", "没有发现问题。"))
        {
            Hint = check.Hint,
            Scenario = replay.Scenario.Name,
            Tier = token.Tier,
            RealRuns = 1,
            Timeline = TimelineBuilder.Build(trace, trace.Steps.Count),
            Cast = TimelineBuilder.Cast(trace, trace.Steps.Count),
        };
        if (schedule.Divergence is not null)
            return basis with { Status = CheckStatus.Error, Message = ("The run went another way than the token.", "运行没有按令牌记录的顺序进行。") };

        // One step can crash a process and break a sentence too; the token says which of the two was told.
        var fault = FaultOf(token, trace, schedule);
        if (fault is not null && (fault.Verdict == token.Verdict || (IsEndless(fault.Verdict) && IsEndless(token.Verdict))))
            return Failed(basis, fault, trace) with { Verdict = token.Verdict };
        if (ViolationIn(new Sentences(CheckCatalog.Drawn(token.Exercise, token.Seed, replay.HandIn.Exercise.Limits)), check, token.Tier, trace, schedule.End) is { } violation)
            return basis with { Status = CheckStatus.Failed, Verdict = Verdict.Violation, Message = violation };
        return fault is null ? basis : Failed(basis, fault, trace);
    }

    /// <summary>Whether it says that there is no end: a stepwise run tells that sooner or later than a search, each has its own cap.</summary>
    public static bool IsEndless(Verdict? verdict) => verdict is Verdict.Livelock or Verdict.Limit;

    private static CheckResult Failed(CheckResult basis, Fault fault, Trace trace) => basis with
    {
        Status = CheckStatus.Failed,
        Verdict = fault.Verdict,
        Message = FaultWords.Of(fault, trace),
        Cycle = fault.Cycle.Count == 0 ? null : fault.Cycle,
    };

    // A livelock's token ends where the round begins; that it never ends is what the search has shown.
    private static Fault? FaultOf(ReplayToken token, Trace trace, ReplaySchedule schedule) =>
        trace.Fault is null && token.Verdict == Verdict.Livelock && schedule.End is { } round
            ? Faults.Livelock(round, KernelRules.Choices(round).Select(c => c.Agent).Distinct())
            : trace.Fault;

    private static LocalizedText? ViolationIn(Sentences sentences, Check check, Tier tier, Trace trace, KernelState? end)
    {
        var properties = check.Properties.Where(p => p.Tiers.Contains(tier)).ToList();
        var universal = properties.Where(p => !p.IsExistential).ToList();
        var finding = universal.Select(p => TraceJudge.Shows(trace, p, end)).FirstOrDefault(f => f is not null)
            ?? universal.Select(p => TraceJudge.Breaks(trace, p)).FirstOrDefault(f => f is not null);
        if (finding is not null)
            return sentences.Of(finding.Property, finding.Message, trace);
        var missing = properties.FirstOrDefault(p => p.IsExistential && !TraceJudge.Reaches(trace, p));
        return missing is null ? null : sentences.Of(missing, ("this interleaving does not come to that, and none was found that does", "这种执行顺序没有出现这种情况，也没有找到能出现它的执行顺序"), trace);
    }
}
