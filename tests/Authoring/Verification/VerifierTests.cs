using System.Collections.Concurrent;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Contract.Faults;
using KitVerifier = ExerciseKit.Authoring.Verification.Verifier;

namespace ExerciseKit.Tests.Authoring.Verification;

public sealed class VerifierTests
{
    private const string CatchesA = "// expect: wrong verdict=violation|deadlock check=a\n// fails a:deadlock\n";
    private const string CatchesB = "// expect: wrong verdict=violation check=b\n// fails b:violation\n";

    private SmallKit kit = null!;
    private MarkedGrading grading = null!;

    [SetUp]
    public void AddAnExerciseThatIsVerified()
    {
        kit = new SmallKit();
        grading = new MarkedGrading();
        Add("01-one", "One");
    }

    [TearDown]
    public void RemoveIt() => kit.Dispose();

    [Test, CancelAfter(60_000)]
    public async Task An_exercise_whose_answers_all_come_out_as_they_must_is_verified(CancellationToken cancellation)
    {
        var result = await VerifyAsync(cancellation);

        var exercise = result.Exercises.Single();
        Assert.That(result.Passed, Is.True, string.Join('\n', exercise.Variants));
        Assert.That(exercise.Variants.Select(v => v.Name), Is.EqualTo(["stub", "does nothing", "solution", "right/other.cs", "mutants/one.cs", "mutants/two.cs"]));
        Assert.That(exercise.Kills, Is.EqualTo([new CheckKills("a", ["mutants/one.cs"]), new CheckKills("b", ["mutants/two.cs"])]));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_stub_that_passes_a_check_is_wrong(CancellationToken cancellation)
    {
        kit.Write("exercises/01-one/One.cs", "// fails a:crash\n");

        await RejectsAsync("stub", "b came out as passed", cancellation);
    }

    [Test, CancelAfter(60_000)]
    public async Task A_right_answer_that_fails_is_wrong(CancellationToken cancellation)
    {
        kit.Write("solutions/01-one/right/other.cs", "// fails b:leak\n");

        await RejectsAsync("right/other.cs", "b came out as leak", cancellation);
    }

    [TestCase("", "a must fail with violation or deadlock, but a came out as passed")]
    [TestCase("// fails a:crash\n", "a must fail with violation or deadlock, but a came out as crash")]
    [TestCase("// fails b:violation\n", "but a came out as passed")]
    [CancelAfter(60_000)]
    public async Task A_wrong_answer_that_comes_out_otherwise_is_wrong(string marks, string message, CancellationToken cancellation)
    {
        kit.Write("solutions/01-one/mutants/one.cs", "// expect: wrong verdict=violation|deadlock check=a\n" + marks);

        await RejectsAsync("mutants/one.cs", message, cancellation);
    }

    [Test, CancelAfter(60_000)]
    public async Task A_wrong_answer_that_names_an_unknown_check_is_wrong(CancellationToken cancellation)
    {
        kit.Write("solutions/01-one/mutants/one.cs", "// expect: wrong verdict=violation check=a,c\n// fails a:violation\n");

        await RejectsAsync("mutants/one.cs", "check \"c\"", cancellation);
    }

    [TestCase("using System;\n", "Its first line is \"using System;\"")]
    [TestCase("// expect: wrong verdict=broken check=a\n", "\"broken\", which is none")]
    [TestCase("// expect: wrong verdict=passed check=a\n", "\"passed\", which is none")]
    [CancelAfter(60_000)]
    public async Task A_wrong_answer_without_a_valid_expectation_is_a_fault(string text, string fault, CancellationToken cancellation)
    {
        kit.Write("solutions/01-one/mutants/three.cs", text);

        var result = await VerifyAsync(cancellation);

        Assert.That(result.Passed, Is.False);
        Assert.That(result.Exercises[0].Faults.Single(), Does.Contain("mutants/three.cs").And.Contain(fault));
    }

    [TestCase("// expect: wrong verdict=violation check=a\n// fails a:violation\n")]
    [TestCase("// expect: wrong verdict=compile-error check=b\n// fails a:compile-error b:compile-error\n")]
    [CancelAfter(60_000)]
    public async Task A_check_that_catches_no_wrong_answer_is_a_fault(string second, CancellationToken cancellation)
    {
        kit.Write("solutions/01-one/mutants/two.cs", second);

        var result = await VerifyAsync(cancellation);

        Assert.That(result.Passed, Is.False);
        Assert.That(result.Exercises[0].Variants.Select(v => v.Outcome), Is.All.EqualTo(VariantOutcome.AsExpected));
        Assert.That(result.Exercises[0].Kills.Single(k => k.CheckId == "b").Mutants, Is.Empty);
    }

    [Test, CancelAfter(60_000)]
    public async Task An_exercise_without_its_solution_is_a_fault(CancellationToken cancellation)
    {
        File.Delete(Path.Combine(kit.Root, "solutions/01-one/One.cs"));

        var result = await VerifyAsync(cancellation);

        Assert.That(result.Passed, Is.False);
        Assert.That(result.Exercises[0].Faults.Single(), Does.Contain("lacks One.cs"));
    }

    [Test, CancelAfter(60_000)]
    public async Task An_answer_that_does_nothing_has_every_entry_and_the_stub_s_namespace(CancellationToken cancellation)
    {
        string? source = null;
        var verifier = new KitVerifier(kit.Root, (request, tools, token) =>
        {
            var text = File.ReadAllText(Path.Combine(request.Path, "01-one", "One.cs"));
            source = text.Contains("=> default!;", StringComparison.Ordinal) ? text : source;
            return grading.GradeAsync(request, tools, token);
        });

        await verifier.VerifyAsync([], null, cancellation);

        await Verify(source!.TrimEnd());
    }

    [Test, CancelAfter(60_000)]
    public async Task What_others_have_left_in_their_hosts_is_no_answer_s_fault(CancellationToken cancellation)
    {
        var again = new ConcurrentBag<string>();
        var verifier = new KitVerifier(kit.Root, async (request, tools, token) =>
        {
            var file = Directory.GetFiles(Path.Combine(request.Path, "01-one")).Single();
            if (tools.Hosts is not null && File.ReadAllText(file) == "// right, too\n")
                await File.WriteAllTextAsync(file, CatchesA, token);
            else if (tools.Hosts is null)
                again.Add(File.ReadAllText(file));
            return await grading.GradeAsync(request, tools, token);
        });

        var result = await verifier.VerifyAsync([], null, cancellation);

        Assert.That(result.Passed, Is.True);
        Assert.That(again, Is.EqualTo(["// right, too\n"]));
    }

    [Test, CancelAfter(60_000)]
    public async Task Exercises_are_graded_together_and_nothing_is_left_behind(CancellationToken cancellation)
    {
        Add("02-two", "Two");
        kit.Write("solutions/02-two/mutants/three.cs", CatchesA);

        var result = await VerifyAsync(cancellation);

        Assert.That(result.Passed, Is.True);
        Assert.That(grading.Requests.Select(r => r.ExerciseIds.Count), Is.EquivalentTo([2, 2, 2, 2, 2, 2, 1]));
        Assert.That(grading.Requests.Select(r => r.Path).Where(Directory.Exists), Is.Empty);
    }

    [TestCase("// throws\n", "The sandbox did not start.")]
    [TestCase("// ungradable\n", "A host was lost.")]
    [CancelAfter(60_000)]
    public async Task A_fault_of_the_grader_hides_no_other_answer(string text, string message, CancellationToken cancellation)
    {
        Add("02-two", "Two");
        kit.Write("solutions/02-two/right/other.cs", text);

        var result = await VerifyAsync(cancellation);

        Assert.That(result.MetGraderFault, Is.True);
        var faulty = result.Exercises.SelectMany(e => e.Variants).Single(v => v.Outcome != VariantOutcome.AsExpected);
        Assert.That(faulty, Is.EqualTo(new VariantResult("02-two", "right/other.cs", VariantOutcome.GraderFault, message)));
    }

    [Test, CancelAfter(60_000)]
    public void An_unknown_exercise_is_refused(CancellationToken cancellation) =>
        Assert.That(
            async () => await new KitVerifier(kit.Root, grading.GradeAsync).VerifyAsync(["09-nine"], null, cancellation),
            Throws.InstanceOf<BadInputException>().With.Message.Contains("There is no exercise 09-nine; there are 01-one."));

    [Test, CancelAfter(60_000)]
    public void A_cancelled_verification_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        var verifier = new KitVerifier(kit.Root, (request, tools, token) =>
        {
            var graded = grading.GradeAsync(request, tools, token);
            cancelled.Cancel();
            return graded;
        });

        Assert.That(async () => await verifier.VerifyAsync([], null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(grading.Requests, Has.Count.EqualTo(1));
        Assert.That(grading.Requests.Select(r => r.Path).Where(Directory.Exists), Is.Empty);
    }

    private void Add(string id, string className)
    {
        kit.AddExercise(id, className, className, className);
        kit.Write($"solutions/{id}/{className}.cs", "// right\n");
        kit.Write($"solutions/{id}/right/other.cs", "// right, too\n");
        kit.Write($"solutions/{id}/mutants/one.cs", CatchesA);
        kit.Write($"solutions/{id}/mutants/two.cs", CatchesB);
    }

    private Task<VerificationResult> VerifyAsync(CancellationToken cancellation) =>
        new KitVerifier(kit.Root, grading.GradeAsync).VerifyAsync([], null, cancellation);

    private async Task RejectsAsync(string variant, string message, CancellationToken cancellation)
    {
        var result = await VerifyAsync(cancellation);

        Assert.That(result.Passed, Is.False);
        var rejected = result.Exercises[0].Variants.Single(v => v.Outcome != VariantOutcome.AsExpected);
        Assert.That(rejected.Name, Is.EqualTo(variant));
        Assert.That(rejected.Message, Does.Contain(message));
    }
}
