using ExerciseKit.Authoring.Verification;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.Authoring.Verification;

/// <summary>What the verification tells of an exercise before it grades anything.</summary>
public sealed class ExerciseReviewTests
{
    private static readonly Scenario One = Scenario.Of("one", "Run");
    private static readonly Check Whole = Of("whole", 10);

    private SmallKit kit = null!;

    [SetUp]
    public void AddAnExerciseThatLacksNothing()
    {
        kit = SmallKit.WithTwoExercises();
        kit.Write("solutions/01-one/output.json", """{ "lines": { "up": 1 }, "order": [], "processes": 0 }""");
        foreach (var file in (string[])["exercises/01-one/README.md", "exercises/01-one/README.zh-CN.md"])
            kit.Write(file, "# A sheet\n");
        foreach (var file in (string[])["mutants/a", "mutants/b", "mutants/c", "mutants/d", "right/e", "right/f"])
            kit.Write($"solutions/01-one/{file}.cs", "");
    }

    [TearDown]
    public void Remove() => kit.Dispose();

    [Test]
    public void An_exercise_that_lacks_nothing_has_no_fault() => Assert.That(FaultsWith(Whole), Is.Empty);

    [Test]
    public void An_exercise_without_checks_is_told() =>
        Assert.That(ExerciseReview.FaultsOf(Exercise, null), Has.One.Contains("exercises/01-one/checks: no class there derives from ExerciseChecks"));

    [Test]
    public void Points_that_do_not_add_up_to_10_are_told_check_by_check() =>
        Assert.That(FaultsWith(Of("a", 4), Of("b", 5)), Has.One.Contains("the points add up to 9, where 10 are needed: a 4, b 5"));

    [Test]
    public void Two_checks_of_one_id_are_told() =>
        Assert.That(FaultsWith(Of("a", 4), Of("a", 6)), Is.EqualTo(new[] { "exercises/01-one/checks: the id \"a\" is that of 2 checks." }));

    [Test]
    public void A_check_that_says_nothing_is_told() => Assert.That(
        FaultsWith(Of("a", 8), new Check("b", "B", 1).In(One), new Check("c", "C", 1).AtEnd("it ends", Observe.Nothing, _ => true)),
        Is.EqualTo(new[] { "exercises/01-one/checks: b has no property: say what must hold.", "exercises/01-one/checks: c has no scenario: say In(…)." }));

    [Test]
    public void A_scenario_that_calls_what_the_exercise_does_not_have_is_told_with_the_file_that_lacks_it() => Assert.That(
        FaultsWith(Of("a", 9), new Check("b", "B", 1).In(Scenario.Of("a walk", "Walk")).AtEnd("it ends", Observe.Nothing, _ => true)),
        Is.EqualTo(new[] { "exercises/01-one/exercise.json: \"entries\" lacks Walk, which b's scenario 'a walk' calls; it has Run, Count." }));

    [Test]
    public void A_class_that_the_stub_does_not_declare_is_told()
    {
        kit.Write("exercises/01-one/One.cs", "// class One is elsewhere\npublic static class Another;\n");
        Assert.That(FaultsWith(Whole), Is.EqualTo(new[] { "exercises/01-one/exercise.json: \"class\" is \"One\", which the stub does not declare: One.cs." }));
    }

    [Test]
    public void A_missing_sheet_too_few_answers_and_words_left_undone_are_told_with_their_files()
    {
        File.Delete(Path.Combine(kit.Root, "exercises/01-one/README.zh-CN.md"));
        File.Delete(Path.Combine(kit.Root, "solutions/01-one/right/f.cs"));
        File.Delete(Path.Combine(kit.Root, "solutions/01-one/mutants/d.cs"));
        kit.Write("exercises/01-one/README.md", "TODO: the sheet");

        Assert.That(FaultsWith(Whole), Is.EqualTo(new[]
        {
            "exercises/01-one/README.zh-CN.md, the task sheet, is not there.",
            "solutions/01-one/mutants holds 3 wrong answers, where at least 4 are needed.",
            "solutions/01-one/right holds 1 right answers of another shape than the solution, where at least 2 are needed.",
            "exercises/01-one/README.md still says TODO.",
        }));
    }

    [Test]
    public void What_varies_and_cannot_be_drawn_under_some_seed_is_told_with_the_seed() => Assert.That(
        ExerciseReview.FaultsOf(Exercise, new Varying("users", chance => chance.From(0, 30) < 5 ? chance.Names(1000).Length : 2)),
        Has.One.Match("^exercises/01-one/checks: under the seed [0-9]+, \"users\" could not be drawn: .*1000"));

    private Exercise Exercise => ExerciseCatalog.Load(kit.Root).Find("01-one")!;

    private static Check Of(string id, int points) => new Check(id, id, points).In(One).AtEnd("it ends", Observe.Nothing, _ => true);

    private IReadOnlyList<string> FaultsWith(params Check[] checks) => ExerciseReview.FaultsOf(Exercise, new Written(checks));

    private sealed class Varying(string name, Func<Chance, int> number) : ExerciseChecks("01-one")
    {
        public override IReadOnlyList<Check> Checks(Draw draw) =>
            [new Check("a", "A", 10).Each(draw.Of(Family.Of(name, number)), (check, n) => check.In(One).AtEnd($"it ends {n} times", Observe.Nothing, _ => true))];

        public override LiveRun Live { get; } = new(One, TimeSpan.Zero);
    }

    private sealed class Written(Check[] checks) : ExerciseChecks("01-one")
    {
        public override IReadOnlyList<Check> Checks(Draw draw) => checks;

        public override LiveRun Live { get; } = new(One, TimeSpan.Zero);
    }
}
