using ExerciseKit.Authoring.Verification;
using ExerciseKit.Exercises;
using ExerciseKit.Similarity;

namespace ExerciseKit.Tests.Similarity;

/// <summary>A class of independent right answers with copies planted among them.</summary>
public sealed class PairSearchTests
{
    private static readonly ExerciseCatalog Course = ExerciseCatalog.Load(Repository.Root);

    private static readonly string[] Copied = ["07-ticket-sale", "08-shared-counter", "11-producers-consumers", "15-pool", "18-condition", "19-deadlock"];

    [Test]
    public void Planted_copies_are_among_the_first_and_no_independent_pair_is_above_them()
    {
        var answers = Course.Exercises.SelectMany(e => new VariantReader(Repository.Root, e).Read().Variants.OfType<RightAnswer>().Take(2)).Take(40 - Copied.Length).ToList();
        answers = [.. Course.Exercises.Where(e => Copied.Contains(e.Id)).SelectMany(e => new VariantReader(Repository.Root, e).Read().Variants.OfType<RightAnswer>().Take(3)).Concat(answers).DistinctBy(a => (a.ExerciseId, a.Name)).Take(40 - Copied.Length)];
        var works = answers.Select(a => new Work($"{a.ExerciseId} {a.Name}", a.ExerciseId, [.. a.Files.Select(f => (f.Name, f.Text))])).ToList();
        foreach (var (id, i) in Copied.Select((id, i) => (id, i)))
        {
            var original = works.First(w => w.Exercise == id);
            works.Add(new Work($"copy of {original.Student}", id, [.. original.Files.Select(f => (f.Name, Disguise.Of(f.Text, linq: i % 2 == 0)))]));
        }

        Assert.That(works, Has.Count.EqualTo(40));
        var pairs = PairSearch.Find(works, Course);

        var first = pairs.Take(8).Select(p => $"{p.Likeness:0.00} {p.One.Student} | {p.Other.Student}").ToList();
        TestContext.Out.WriteLine(string.Join('\n', pairs.Take(14).Select(p => $"{p.Likeness:0.00} {p.Shared} {p.One.Student} | {p.Other.Student}")));
        Assert.That(first.Count(p => p.Contains("copy of", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(6));
        foreach (var id in Copied)
            Assert.That(pairs.Take(8).Count(p => p.One.Exercise == id && IsPlanted(p)), Is.EqualTo(1), $"{id}\n{string.Join('\n', first)}");
        var lowest = pairs.Where(IsPlanted).Min(p => p.Likeness);
        Assert.That(pairs.Where(p => !IsPlanted(p) && !p.Other.Student.StartsWith("copy", StringComparison.Ordinal)).Select(p => p.Likeness), Is.All.LessThan(lowest));
    }

    [Test]
    public void Stubs_and_what_most_of_the_class_shares_make_nobody_alike()
    {
        var stub = Course.Find("15-pool")!;
        var text = File.ReadAllText(Path.Combine(stub.Folder, stub.Files[0]));
        var shared = string.Concat(Enumerable.Range(0, 40).Select(i => $"    static int F{i}(int a, int b) => a * {i} + b - a / (b + 1);\n"));

        Assert.That(PairSearch.Find([.. Enumerable.Range(0, 6).Select(i => Work($"s{i}", text))], Course), Is.Empty);
        Assert.That(PairSearch.Find([.. Enumerable.Range(0, 12).Select(i => Work($"s{i}", $"class A {{ {shared} }}"))], Course), Is.Empty);
        Assert.That(PairSearch.Find([.. Enumerable.Range(0, 2).Select(i => Work($"s{i}", $"class A {{ {shared} }}"))], Course).Single().Likeness, Is.EqualTo(1).Within(0.01));

        static Work Work(string student, string text) => new(student, "15-pool", [("PoolWork.cs", text)]);
    }

    [Test]
    public void The_pages_mark_what_is_shared_and_run_nothing_of_it()
    {
        const string Name = "<script>alert(1)</script>";
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => $"class C{i} {{ int F(int a) => a * 2 + a / 3 - a; }} // {Name}\n"));
        var pairs = PairSearch.Find([new Work(Name, "15-pool", [("A.cs", text)]), new Work("bo", "15-pool", [("A.cs", text)])], Course);

        var pages = SimilarityPages.Of(pairs, 2).ToDictionary(p => p.Name, p => p.Html);

        Assert.That(pages.Keys, Is.EquivalentTo(["index.html", "pair-001.html"]));
        Assert.That(pages.Values, Is.All.Not.Contains("<script").And.All.Contains("never a verdict"));
        Assert.That(pages["pair-001.html"], Does.Contain("<mark>class C1 "));
    }

    [Test]
    public void The_export_has_a_folder_for_each_student_the_base_code_and_the_list()
    {
        var files = SimilarityExport.Of([new Work("Ann Lee (7)", "15-pool", [("PoolWork.cs", "class A;")]), new Work("=bo", "15-pool", [("PoolWork.cs", "class B;")])], Course).ToDictionary(f => f.Path, f => f.Text);

        Assert.That(files.Keys, Does.Contain("15-pool/submissions/002-Ann_Lee__7_/PoolWork.cs").And.Contain("15-pool/submissions/001-_bo/PoolWork.cs"));
        Assert.That(files.Keys.Where(k => k.StartsWith("15-pool/base/", StringComparison.Ordinal)), Is.Not.Empty);
        Assert.That(files["15-pool/info.csv"], Does.Contain("submissions/001-_bo/PoolWork.cs,001-_bo,\"'=bo\"\n"));
    }

    private static bool IsPlanted(SimilarPair pair) => pair.Other.Student == $"copy of {pair.One.Student}" || pair.One.Student == $"copy of {pair.Other.Student}";
}
