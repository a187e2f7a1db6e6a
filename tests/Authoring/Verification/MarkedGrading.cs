using System.Collections.Concurrent;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>A grading step that does what a hand-in's text says: <c>// fails a:violation b:deadlock</c>, else everything passes.</summary>
internal sealed class MarkedGrading
{
    private static readonly string[] CheckIds = ["a", "b"];

    /// <summary>What was asked of it, by several at once.</summary>
    public ConcurrentBag<GradeRequest> Requests { get; } = [];

    public Task<GradeResult> GradeAsync(GradeRequest request, Verifier.SharedProcesses tools, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Requests.Add(request);
        var texts = request.ExerciseIds.ToDictionary(id => id, id => File.ReadAllText(Directory.GetFiles(Path.Combine(request.Path, id)).Single()));
        if (texts.Values.Any(t => t.Contains("// throws", StringComparison.Ordinal)))
            throw new GraderFaultException("The sandbox did not start.");
        return Task.FromResult(new GradeResult(
            "0.1.0",
            !texts.Values.Any(t => t.Contains("// ungradable", StringComparison.Ordinal)),
            "A host was lost.",
            "",
            request.Seed,
            texts.Select(t => new ExerciseResult(t.Key, t.Key, CheckIds.Select(id => Check(id, t.Value)).ToEquatableArray(), ProgramOutput.None)).ToEquatableArray(),
            new Timing(0, new Dictionary<string, IReadOnlyDictionary<string, double>>())));
    }

    private static CheckResult Check(string id, string text)
    {
        var verdict = text.Contains("NotImplementedException", StringComparison.Ordinal) ? Verdict.Crash : Marked(id, text);
        // An answer that does nothing fails every check, as no mark says otherwise.
        if (text.Contains("=> default!;", StringComparison.Ordinal))
            verdict = Verdict.Violation;
        return verdict == Verdict.Passed
            ? new CheckResult(id, id, CheckStatus.Passed, verdict, 5, 5, "Held.")
            : new CheckResult(id, id, CheckStatus.Failed, verdict, 0, 5, "It broke.");
    }

    private static Verdict Marked(string id, string text)
    {
        var mark = text.Split('\n').FirstOrDefault(l => l.StartsWith("// fails ", StringComparison.Ordinal)) ?? "";
        var word = mark.Split(' ').FirstOrDefault(w => w.StartsWith(id + ":", StringComparison.Ordinal));
        return word is null ? Verdict.Passed : Enum.Parse<Verdict>(word[2..].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
    }
}
