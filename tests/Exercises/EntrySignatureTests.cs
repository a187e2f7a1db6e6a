using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Exercises;

public sealed class EntrySignatureTests
{
    [TestCase("Run()", "Run", "void", "")]
    [TestCase("void Run(string[] names)", "Run", "void", "string[]")]
    [TestCase("(int Parent, int Child) Run(int value)", "Run", "(int, int)", "int")]
    [TestCase("int[] Run((int X, int Y)[] questions, string[][] clients)", "Run", "int[]", "(int, int)[]|string[][]")]
    [TestCase("LifecycleReport Run()", "Run", "LifecycleReport", "")]
    [TestCase("Dictionary<string, List<int?>> Run(string? a, int? b)", "Run", "Dictionary<string, List<int?>>", "string|int?")]
    [TestCase("Report? Run(int[,] grid)", "Run", "Report", "int[,]")]
    public void A_head_is_read_into_its_types(string text, string name, string returnType, string parameters)
    {
        var entry = EntrySignature.Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(entry.Name, Is.EqualTo(name));
            Assert.That(entry.ReturnType, Is.EqualTo(returnType));
            Assert.That(string.Join("|", entry.ParameterTypes), Is.EqualTo(parameters));
        });
    }

    [TestCase("")]
    [TestCase("Run")]
    [TestCase("Run(")]
    [TestCase("Run(string)")]
    [TestCase("Run(string a,)")]
    [TestCase("(int) Run()")]
    [TestCase("static void Run()")]
    [TestCase("Run() => 1")]
    public void What_is_no_head_is_refused(string text) =>
        Assert.That(() => EntrySignature.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("write a method's head"));
}
