using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Search;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Submissions;
using ExerciseKit.Hosting.Hosts;
using ExerciseKit.Hosting.Sandboxing;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests.Grading.Checking;

/// <summary>Hand-ins that do not do the same twice. The policy refuses what would make them so; here one such thing is let through.</summary>
[CancelAfter(300_000)]
public sealed class NondeterminismTests
{
    private const string Exercise = "07-ticket-sale";

    private const string Chance = "Path.GetRandomFileName()";

    [Test, Category("Slow")]
    public async Task It_is_an_error_and_nothing_is_claimed_to_be_proved(CancellationToken cancellation)
    {
        var checks = await GradeAsync(Answer($"Console.WriteLine($\"chance {{{Chance}}}\");", "gate.Acquire();", "gate.Release();"), cancellation);

        Assert.That(checks.Select(c => (c.Status, c.Verdict, c.Points)).Distinct(), Is.EqualTo([(CheckStatus.Error, Verdict.Nondeterministic, 0)]));
        Assert.That(checks.Select(c => c.Certainty), Has.None.EqualTo(Certainty.Proved));
        Assert.That(checks[0].Message.En, Does.Contain("first asked for 'prints chance").And.Match(@"Nothing wrong was seen in \d+ sampled runs; that proves nothing\.$"));
        Assert.That(checks[0].Bound, Is.Null);
    }

    [Test, Category("Slow")]
    public async Task What_sampling_finds_is_told_with_it(CancellationToken cancellation)
    {
        var checks = await GradeAsync(Answer($"Console.WriteLine($\"chance {{{Chance}}}\");", "", ""), cancellation);

        var oversold = checks.Single(c => c.Id == "no-oversell");
        Assert.That((oversold.Status, oversold.Verdict, oversold.Certainty), Is.EqualTo((CheckStatus.Error, Verdict.Nondeterministic, Certainty.Sampled)));
        Assert.That(oversold.Message.En, Does.Contain("showed this (violation): Expected: no more than 2 tickets are sold. Found: a line like '{user} bought a ticket' was printed 3 times."));
        Assert.That(oversold.Timeline, Is.Not.Empty);
    }

    [Test, Category("Slow")]
    public async Task What_was_proved_before_it_showed_is_taken_back(CancellationToken cancellation)
    {
        // Only in the scenario with tickets for all does chance come in; the checks before it were proved without.
        var lines = new List<CheckResult>();
        var checks = await GradeAsync(
            Answer($"if (TicketFile.Read(database) == 3) Console.WriteLine($\"chance {{{Chance}}}\");", "gate.Acquire();", "gate.Release();"),
            cancellation,
            lines.Add);

        Assert.That(lines.First(c => c.Id == "no-oversell").Certainty, Is.EqualTo(Certainty.Proved));
        Assert.That(checks.Select(c => c.Verdict).Distinct(), Is.EqualTo([Verdict.Nondeterministic]));
    }

    [Test, Category("Slow")]
    public async Task What_only_whole_runs_show_is_no_fault_of_the_grader(CancellationToken cancellation)
    {
        // The root draws once, as the last thing it does: the search has no reason to run it twice, but its confirmation has.
        var answer = Answer("", "gate.Acquire();", "gate.Release();").Replace("buyers.ForEach(b => b.Join());", $"buyers.ForEach(b => b.Join()); Console.WriteLine({Chance});", StringComparison.Ordinal);

        var checks = await GradeAsync(answer, cancellation);

        Assert.That(checks.Select(c => c.Verdict).Distinct(), Is.EqualTo([Verdict.Nondeterministic]));
    }

    [Test, Category("Slow")]
    public async Task What_an_earlier_run_has_left_in_its_host_is_no_difference(CancellationToken cancellation)
    {
        var answer = Answer("Console.WriteLine(AppContext.GetData(\"seen\") is null ? \"new here\" : \"seen before\"); AppContext.SetData(\"seen\", 1);", "gate.Acquire();", "gate.Release();");

        var checks = await GradeAsync(answer, cancellation);

        Assert.That(checks.Select(c => (c.Verdict, c.Certainty)).Distinct(), Is.EqualTo([(Verdict.Passed, Certainty.Proved)]));
    }

    /// <summary>Grades an answer; of each check the last result counts.</summary>
    private static async Task<IReadOnlyList<CheckResult>> GradeAsync(string source, CancellationToken cancellation, Action<CheckResult>? told = null)
    {
        using var folder = new ExerciseKit.Tests.TemporaryFolder();
        folder.Write("TicketSale.cs", source);
        var handIn = SubmissionReader.Read(Path.Combine(folder.Path, "TicketSale.cs"), ExerciseCatalog.Load(Repository.Root), [Exercise]).Exercises.Single();
        var lenient = handIn with { Exercise = handIn.Exercise with { Allow = ["System.IO.Path::GetRandomFileName", "System.AppContext::GetData, SetData"] } };
        await using var pool = new HostPool(SandboxDemand.WhatThereIs);
        var preparation = Compilers.Preparation(new ProjectEvaluator(AppContext.BaseDirectory, EvaluationCache.ForUser()));
        var results = new Dictionary<string, CheckResult>();
        await new ExerciseGrading(preparation, pool, seed: 1, requireProof: false, new SearchBudget()).GradeAsync(
            lenient,
            new StepTimes(),
            _ => { },
            _ => { },
            result =>
            {
                results[result.Id] = result;
                told?.Invoke(result);
            },
            cancellation);
        return [.. results.Values];
    }

    private static string Answer(string chance, string enter, string leave) => $$"""
        using ExerciseKit.Multiprocessing;

        public static class TicketSale
        {
            public static void Run(string database, string[] users)
            {
                var gate = new ProcessLock();
                var buyers = users.Select(user => ChildProcess.Create(Visit, database, user, gate)).ToList();
                buyers.ForEach(b => b.Start());
                buyers.ForEach(b => b.Join());
            }

            private static void Visit(string database, string user, ProcessLock gate)
            {
                Console.WriteLine($"{user} sees {TicketFile.Read(database)}");
                {{chance}}
                {{enter}}
                var left = TicketFile.Read(database);
                if (left > 0)
                    TicketFile.Write(database, left - 1);
                Console.WriteLine(left > 0 ? $"{user} bought a ticket" : $"{user} found none left");
                {{leave}}
            }
        }
        """;
}
