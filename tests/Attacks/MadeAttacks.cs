using System.Text;
using ExerciseKit.Tests.Grading.Submissions;

namespace ExerciseKit.Tests.Attacks;

/// <summary>Attacks that can't be files of a repository: too large, of no encoding, links, names that some systems do not take.</summary>
internal static class MadeAttacks
{
    private const int LinkMode = 0xA1FF;
    private const string Empty = "public static class Spawn { public static void Run(string[] names) { } public static void RunClass(string[] names) { } }";

    private static readonly string[] Quick =
        ["source-of-50-megabytes", "ten-thousand-methods", "nested-a-thousand-deep", "invalid-utf-8", "symbolic-link", "odd-file-names", "zip-bomb"];

    public static IEnumerable<Attack> All => Each.Select(a => a with { IsSlow = !Quick.Contains(a.Name) });

    private static Attack[] Each { get; } =
    [
        Source("source-of-50-megabytes", "more source than anybody reads", "compile-error", () => new byte[50 << 20]),
        Source("source-of-almost-a-megabyte", "as much source as is read, all of it one text", "violation", () => Bytes($"class Long {{ const string Text = \"{new string('x', 900_000)}\"; }} {Empty}")),
        Source("ten-thousand-methods", "10,000 methods, to be compiled and rewritten", "violation", () => Bytes($"{Empty} class Many {{ {string.Concat(Enumerable.Range(0, 10_000).Select(i => $"void M{i}() {{ }}\n"))} }}")),
        Source("nested-a-thousand-deep", "1,000 levels of blocks, to overflow the compiler's stack", "compile-error", () => Bytes(Nested("{", "}", 1_000))),
        Source("nested-expression", "100,000 operators in one expression, to overflow the compiler's stack", "compile-error", () => Bytes($"class Deep {{ int N = {string.Concat(Enumerable.Repeat("1+", 100_000))}1; }} {Empty}")),
        Source("invalid-utf-8", "bytes that are no characters", "violation", () => [.. Bytes(Empty), (byte)'/', (byte)'/', 0xC3, 0x28, 0xFF, 0xFE]),
        Source("constant-that-doubles", "a text of two gigabytes, made by the compiler from 28 short lines", "limit", () => Bytes($"{Empty} class Big {{ {Doubling(27)} static string M() => A27; }}")),
        Source("thousands-of-constants", "more constants than an assembly has room for", "limit", () => Bytes($"{Empty} class Big {{ const string A = \"{new string('x', 900_000)}\"; {string.Concat(Enumerable.Range(0, 1_500).Select(i => $"const string B{i} = A + \"{i}\";\n"))} }}")),
        Source("type-that-doubles", "a tuple of tuples, whose name alone would fill the memory", "limit", () => Bytes($"{Empty} class Big {{ void M() {{ var a0 = (1, 1); {string.Concat(Enumerable.Range(1, 25).Select(i => $"var a{i} = (a{i - 1}, a{i - 1});\n"))} }} }}")),
        Source("types-in-types", "2,500 types, each of the one before: 37 MiB of signatures for whoever rewrites them", "limit", () => Bytes($"{Empty} class Box<T> {{ }} class Big {{ static Box<T> Of<T>(T of) => new(); void M() {{ var a0 = Of(0); {string.Concat(Enumerable.Range(1, 2_500).Select(i => $"var a{i} = Of(a{i - 1});\n"))} }} }}")),
        Source("functions-of-functions", "16 calls in one another, with four meanings each: 4 billion for the compiler to try", "limit", () => Bytes($"{Empty} class Many {{ {string.Concat(new[] { "int", "string", "long", "object" }.Select(t => $"static int N(System.Func<{t}, int> f) => 0; "))} static int M() => {string.Concat(Enumerable.Range(0, 16).Select(i => $"N(x{i} => "))} x1.Missing {new string(')', 16)}; }}")),
        Source("null-characters", "a source of zeros", "compile-error", () => new byte[100_000]),
        Source("unprintable-names", "names that turn the text around on a terminal", "compile-error", () => Bytes($"{Empty} class \u202Egnorw\u202C {{ }}")),
        new("symbolic-link", "a link out of the hand-in in place of the source", Attack.Verdicts("compile-error"), around => Linked(around, around.Other)),
        new("symbolic-link-to-a-device", "a link to what never ends", Attack.Verdicts("compile-error"), around => Linked(around, "/dev/zero")),
        new("symbolic-link-to-a-folder", "a link to the solutions in place of the exercise's folder", Attack.Verdicts("no-hand-in"), around =>
        {
            Directory.CreateSymbolicLink(Path.Combine(around.HandIn, AttackedKit.ExerciseId), Repository.Solution(AttackedKit.ExerciseId));
            return around.HandIn;
        }),
        new("odd-file-names", "file names with line breaks, quotes, wildcards and options", Attack.Verdicts("violation"), around =>
        {
            foreach (var name in (string[])["a\nb.cs", "; rm -rf .cs", "-out:x.cs", "@response.rsp", "*.cs", "\"'`$(id).cs", "\u202Esc.nwapS", ".."[..1] + "hidden", "Spawn.cs "])
                around.Write(Path.Combine(AttackedKit.ExerciseId, name), "class Error : Missing;");
            around.Write(Path.Combine(AttackedKit.ExerciseId, AttackedKit.StudentFile), Empty);
            return Path.Combine(around.HandIn, AttackedKit.ExerciseId);
        }),
        new("named-pipe", "a source that is a device which never speaks", Attack.Verdicts("compile-error"), around =>
        {
            MakeNamedPipe(Path.Combine(around.HandIn, AttackedKit.StudentFile));
            return around.HandIn;
        }),
        Zip("zip-bomb", "a zip that unpacks to two gigabytes", "no-hand-in", zip => zip.Add(AttackedKit.StudentFile, Empty).Add("zeros", new byte[1 << 20]).ToBytesClaiming(2_000_000_000)),
        Zip("zip-bomb-in-the-source", "a source that unpacks to 50 megabytes", "compile-error", zip => zip.Add(AttackedKit.StudentFile, new byte[50 << 20]).ToBytes()),
        Zip("zip-of-many", "a zip of 20,000 files", "no-hand-in", zip =>
        {
            foreach (var i in Enumerable.Range(0, 20_000))
                zip.Add($"{i}.cs", "");
            return zip.ToBytes();
        }),
        Zip("zip-upward", "a zip that unpacks beside its folder", "no-hand-in", zip => zip.Add(AttackedKit.StudentFile, Empty).Add("../other-hand-in/Spawn.cs", "overwritten").ToBytes()),
        Zip("zip-absolute", "a zip that unpacks anywhere", "no-hand-in", zip => zip.Add(AttackedKit.StudentFile, Empty).Add("/tmp/kit-attack", "written").ToBytes()),
        Zip("zip-link", "a zip that holds a link", "no-hand-in", zip => zip.Add(AttackedKit.StudentFile, "/etc/passwd", LinkMode).ToBytes()),
    ];

    private static Attack Source(string name, string what, string expected, Func<byte[]> bytes) =>
        new(name, what, Attack.Verdicts(expected), around => around.Write(AttackedKit.StudentFile, bytes()));

    private static Attack Zip(string name, string what, string expected, Func<ZipSketch, byte[]> bytes) =>
        new(name, what, Attack.Verdicts(expected), around => around.Write("hand-in.zip", bytes(new ZipSketch())));

    private static string Doubling(int times) =>
        $"const string A0 = \"xxxxxxxx\"; {string.Concat(Enumerable.Range(1, times).Select(i => $"const string A{i} = A{i - 1} + A{i - 1};\n"))}";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Nested(string open, string close, int depth) =>
        $"class Deep {{ void M() {{ {string.Concat(Enumerable.Repeat(open, depth))}{string.Concat(Enumerable.Repeat(close, depth))} }} }} {Empty}";

    private static string Linked(Surroundings around, string target)
    {
        File.CreateSymbolicLink(Path.Combine(around.HandIn, AttackedKit.StudentFile), target);
        return around.HandIn;
    }

    private static void MakeNamedPipe(string path)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [path]);
        made.WaitForExit(TimeSpan.FromSeconds(30));
    }
}
