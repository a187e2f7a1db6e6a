namespace ExerciseKit.Tests.Texts;

public sealed class ChineseReadingTests
{
    [TestCase("要求每个买家都有结果。实际上，父进程从未打印“main: all over”。")]
    [TestCase("Process-1 (Visit) 停在 TicketSale.cs:12，ProcessLock.Acquire，等待 Process-2 (Visit)")]
    [TestCase("没有一起编译的文件：Notes.cs（从文件名看是副本）。")]
    [TestCase("Spawn.cs(12,5): error CS1002: ; expected")]
    [TestCase("这里不能用 System.Threading.Thread。请改用：ChildProcess：本课程的进程只有一个线程。")]
    public void Names_code_and_quotes_are_no_English(string text) => Assert.That(ChineseReading.EnglishIn(text), Is.Empty);

    [TestCase("要求 every buyer comes to a decision。", "every", "buyer", "comes", "to", "a", "decision")]
    [TestCase("实际上，nobody did。", "nobody", "did")]
    public void An_English_sentence_is_found(string text, params string[] words) => Assert.That(ChineseReading.EnglishIn(text), Is.EqualTo(words));

    [Test]
    public void A_name_that_a_scenario_gives_may_stand_in_a_text() =>
        Assert.That(ChineseReading.EnglishIn("2 个买家（ann, bob）", new HashSet<string> { "ann" }), Is.EqualTo(["bob"]));
}
