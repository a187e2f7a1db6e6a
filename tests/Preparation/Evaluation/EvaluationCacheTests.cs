using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Tests.Preparation.Evaluation;

[NonParallelizable]
public sealed class EvaluationCacheTests
{
    private static readonly CompilerInvocation Some = new(["/nullable:enable", "a.cs"], [new("/exercise/a.cs", "class 猫;")], ["/sdk/System.Runtime.dll"]);
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void What_is_kept_is_found()
    {
        new EvaluationCache(Path.Combine(folder.Path, "new")).Keep("k", Some);
        Assert.That(new EvaluationCache(Path.Combine(folder.Path, "new")).Find("k"), Is.EqualTo(Some));
    }

    [Test]
    public void What_was_not_kept_is_not_found()
    {
        Assert.That(new EvaluationCache(folder.Path).Find("k"), Is.Null);
        Assert.That(new EvaluationCache(null).Find("k"), Is.Null);
    }

    [Test]
    public void No_damage_goes_unnoticed()
    {
        var cache = new EvaluationCache(folder.Path);
        cache.Keep("k", Some);
        var file = Directory.GetFiles(folder.Path).Single();
        var whole = File.ReadAllBytes(file);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x02;
            File.WriteAllBytes(file, damaged);
            Assert.That(cache.Find("k"), Is.Null, $"byte {at}");
            File.WriteAllBytes(file, whole[..at]);
            Assert.That(cache.Find("k"), Is.Null, $"cut at {at}");
        }
    }

    [Test]
    public void What_another_kit_kept_without_all_the_parts_is_not_found()
    {
        var cache = new EvaluationCache(folder.Path);
        cache.Keep("k", Some);
        var file = Directory.GetFiles(folder.Path).Single();
        var body = JsonNode.Parse(File.ReadAllText(file)[64..])!.AsObject();
        Assert.That(body.Remove(nameof(CompilerInvocation.References)));
        File.WriteAllText(file, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString()))) + body.ToJsonString());
        Assert.That(cache.Find("k"), Is.Null);
    }

    [Test]
    public void A_folder_that_cannot_be_used_is_done_without()
    {
        var cache = new EvaluationCache(folder.Write("a file", ""));
        cache.Keep("k", Some);
        Assert.That(cache.Find("k"), Is.Null);
    }

    [Test, CancelAfter(60_000)]
    public void Many_at_once_find_all_or_nothing(CancellationToken cancellation)
    {
        var other = Some with { Arguments = [.. Some.Arguments, .. Enumerable.Range(0, 2_000).Select(i => $"/reference:{i}")] };
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, i =>
        {
            var cache = new EvaluationCache(folder.Path);
            cache.Keep("k", i % 2 == 0 ? Some : other);
            Assert.That(cache.Find("k"), Is.EqualTo(Some).Or.EqualTo(other));
        });
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void The_user_can_say_where_it_is()
    {
        var before = Environment.GetEnvironmentVariable(EvaluationCache.Variable);
        try
        {
            Environment.SetEnvironmentVariable(EvaluationCache.Variable, folder.Path);
            EvaluationCache.ForUser().Keep("k", Some);
        }
        finally
        {
            Environment.SetEnvironmentVariable(EvaluationCache.Variable, before);
        }

        Assert.That(new EvaluationCache(folder.Path).Find("k"), Is.EqualTo(Some));
    }

    [Test]
    public void Keys_tell_names_and_texts_apart()
    {
        var keys = new[] { ("a", "b"), ("b", "a"), ("ab", ""), ("", "ab") }.Select(i => EvaluationCache.Key([new(i.Item1, i.Item2)]));
        Assert.That(keys, Is.Unique);
    }
}
