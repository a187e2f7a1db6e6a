using System.Buffers;
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;
using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Tool;

public sealed class PackageTests
{
    private const string Plain = "tools/net10.0/any/";

    /// <summary>A line of code that is shorter may stand anywhere.</summary>
    private const int TellingChars = 24;

    [Test, CancelAfter(120_000)]
    public void The_package_holds_the_exercises_the_checks_the_host_the_preparer_and_the_primitives()
    {
        using var package = PackedTool.Open();
        var names = package.Entries.Select(e => e.FullName).ToHashSet();

        string[] parts = ["kit.dll", "ExerciseKit.Checks.dll", "host/ExerciseKit.Host.dll", "ExerciseKit.Preparer.dll", "ExerciseKit.Multiprocessing.dll", "ExerciseKit.Multiprocessing.xml", "DotnetToolSettings.xml", "exercises/ALLOWED.md", "exercises/Directory.Build.props"];
        Assert.That(names, Is.SupersetOf(parts.Select(p => Plain + p)));
        foreach (var exercise in ExerciseCatalog.Load(Repository.Root).Exercises)
        {
            string[] files = ["exercise.json", "README.md", "README.zh-CN.md", exercise.Id + ".csproj", .. exercise.Files, .. exercise.Given];
            Assert.That(names, Is.SupersetOf(files.Select(f => $"{Plain}exercises/{exercise.Id}/{f}")));
        }
    }

    [Test, CancelAfter(120_000)]
    public void The_package_holds_nothing_for_authors_or_servers_and_nothing_of_how_it_was_built()
    {
        using var package = PackedTool.Open();

        foreach (var name in package.Entries.Select(e => e.FullName))
        {
            Assert.That(name, Does.Not.Contain("solutions").And.Not.Contain("mutants").And.Not.Contain("/right/").And.Not.Contain("/checks/").And.Not.Contain("Authoring").And.Not.Contain("ExerciseKit.Service"));
            Assert.That(Path.GetExtension(name), Is.AnyOf(".dll", ".json", ".xml", ".md", ".cs", ".csproj", ".props", ".targets", ".nuspec", ".rels", ".psmdcp", ".nupkg"), name);
        }
    }

    [Test, CancelAfter(180_000)]
    public void No_line_of_a_solution_a_mutant_or_another_answer_is_in_it_be_it_in_an_assembly()
    {
        using var package = PackedTool.Open();
        // One of the two platforms' folders is enough: the other holds the same assemblies, compiled further.
        var contents = package.Entries.Where(e => e.FullName.StartsWith(Plain, StringComparison.Ordinal)).Select(e => (e.FullName, Texts: TextsOf(Bytes(e)))).ToList();
        var own = string.Concat(contents.Where(c => IsCourseText(c.FullName)).Select(c => c.Texts[0]))
            + string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "grader", "Session", "Template"), "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        var telling = Directory.GetFiles(Path.Combine(Repository.Root, "solutions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines).SelectMany(Pieces)
            // What a stub or a sheet says itself gives nothing away.
            .Where(piece => piece.Length >= TellingChars && !own.Contains(piece, StringComparison.Ordinal))
            .Distinct().ToList();

        Assert.That(telling, Has.Count.GreaterThan(1000), "There are many such lines to look for.");
        var any = SearchValues.Create(CollectionsMarshal.AsSpan(telling), StringComparison.Ordinal);
        foreach (var (name, texts) in contents)
        {
            foreach (var text in texts)
                Assert.That(Around(text, text.AsSpan().IndexOfAny(any)), Is.Empty, name);
        }

        static string Around(string text, int found) => found < 0 ? "" : text[found..Math.Min(text.Length, found + 80)];
    }

    [Test, CancelAfter(120_000)]
    public void What_runs_on_every_system_has_no_machine_code_and_what_is_compiled_for_one_is_the_same_otherwise()
    {
        using var package = PackedTool.Open();
        var plain = package.Entries.Where(e => e.FullName.StartsWith(Plain, StringComparison.Ordinal)).ToList();

        foreach (var assembly in plain.Where(e => Path.GetFileName(e.FullName) is var name && name.EndsWith(".dll", StringComparison.Ordinal) && (name == "kit.dll" || name.StartsWith("ExerciseKit.", StringComparison.Ordinal))))
            Assert.That(IsPrecompiled(Bytes(assembly)), Is.False, assembly.FullName);
        var others = package.Entries.Where(e => e.FullName.StartsWith("tools/", StringComparison.Ordinal) && !e.FullName.StartsWith(Plain, StringComparison.Ordinal)).ToList();
        // Where the compiler's package can't be had there is none.
        if (others.Count == 0)
            return;
        var system = string.Join('/', others[0].FullName.Split('/').Take(3)) + "/";
        Assert.That(others.Select(e => e.FullName[system.Length..]), Is.EquivalentTo(plain.Select(e => e.FullName[Plain.Length..])));
        Assert.That(IsPrecompiled(Bytes(others.Single(e => e.FullName == $"{system}kit.dll"))));
        Assert.That(IsPrecompiled(Bytes(others.Single(e => e.FullName == $"{system}host/ExerciseKit.Host.dll"))));
    }

    private static bool IsCourseText(string name) => Path.GetExtension(name) is ".cs" or ".md" or ".json" or ".xml";

    // Code is compared without the layout; a text between quotes is what an assembly would hold of it.
    private static IEnumerable<string> Pieces(string line) => line.Split('"').Select((part, at) => at % 2 == 0 ? part.Trim() : part);

    private static string[] TextsOf(byte[] bytes) => [Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Encoding.Unicode.GetString(bytes.AsSpan(1..))];

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static bool IsPrecompiled(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
