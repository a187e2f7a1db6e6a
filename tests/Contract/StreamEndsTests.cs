using System.Text;
using ExerciseKit.Contract.Hosts;

namespace ExerciseKit.Tests.Contract;

[CancelAfter(30_000)]
public sealed class StreamEndsTests
{
    [Test]
    public async Task A_short_stream_is_kept_as_it_is()
    {
        Assert.That(await EndsOf(""), Is.Empty);
        Assert.That(await EndsOf("Stack overflow.\n"), Is.EqualTo("Stack overflow.\n"));
        var whole = string.Concat(Enumerable.Range(0, 1024).Select(i => $"{i,4}"));
        Assert.That(await EndsOf(whole), Is.EqualTo(whole));
    }

    [Test]
    public async Task Of_a_long_one_its_first_and_its_last_words_are_kept()
    {
        var ends = await EndsOf($"Stack overflow.\n{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"   at Spawn.Fall(Int32) {i}\n"))}the end");
        Assert.That(ends, Does.StartWith("Stack overflow.\n   at Spawn.Fall(Int32) 0\n").And.Contain("\n…\n").And.EndWith("Fall(Int32) 99999\nthe end"));
        Assert.That(ends, Has.Length.EqualTo(4096 + 3));
    }

    private static async Task<string> EndsOf(string text)
    {
        var ends = new StreamEnds(new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        await ends.End;
        return ends.ToString();
    }
}
