using System.Diagnostics;
using System.Text.RegularExpressions;
using ExerciseKit.Contract;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Tests.Preparation.Compilation;

/// <summary>Compiling in memory must tell what <c>dotnet build</c> tells.</summary>
public sealed partial class DotnetBuildComparisonTests
{
    private const string Count = "public static Report Count((int X, int Y)[] pairs) => new(1);";

    [TestCase("""
        using System.Text.RegularExpressions;
        public static partial class Greeting
        {
            public static void Run(string[] names)
            {
                int unused;
                string text = null;
                Console.WriteLine(text.Length + names.Length + Pattern().Count(""));
            }
            [GeneratedRegex("a+")] private static partial Regex Pattern();
            COUNT
        }
        """, Category = "Slow")]
    [TestCase("""
        public static class Greeting
        {
            public static void Run(string[] names)
            {
                var lenght = names.Lenght;
                int x = "one";
                foreach (var name in names)
                    Print(name, 1)
            }
            COUNT
        }
        """, Category = "Slow")]
    [TestCase("""
        public static class Greeting
        {
            private static readonly List<int> Numbers = [1, 2];
            public static void Run(string[] names)
            {
                int unused;
                var total = Numbers.Sum(n => m);
                Report report = names;
                return total;
            }
            public static int Half(int n) { if (n > 1) return n / 2; }
            COUNT
        }
        """, Category = "Slow")]
    [TestCase("""
        public static class Greeting : Absent
        {
            public static void Run(string[] names) => missing();
            public static void Run(string[] names) { }
            COUNT
        }
        """)]
    [CancelAfter(120_000)]
    public async Task A_build_tells_the_same(string sketch, CancellationToken cancellation)
    {
        var source = sketch.Replace("COUNT", Count);
        using var folder = new TemporaryFolder();
        FixtureKit.CopyTo(folder.Path);
        folder.Write("Directory.Build.props", "<Project />");
        folder.Write("exercises/90-greeting/Greeting.cs", source);
        var built = await Build(Path.Combine(folder.Path, "exercises", "90-greeting"), cancellation);
        var told = Compilers.Compile(source) switch
        {
            Compiled compiled => compiled.Warnings,
            NotCompiled not => not.Diagnostics,
            var other => throw new InvalidOperationException(other.ToString()),
        };
        Assert.That(built, Is.Not.Empty);
        Assert.That(told, Is.EquivalentTo(built));
    }

    private static async Task<List<CompileDiagnostic>> Build(string project, CancellationToken cancellation)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-nologo", "--disable-build-servers"]) { RedirectStandardOutput = true })!;
        try
        {
            var output = await build.StandardOutput.ReadToEndAsync(cancellation);
            await build.WaitForExitAsync(cancellation);
            return [.. Line().Matches(output).Select(m => Diagnostic(m, project)).Distinct()];
        }
        finally
        {
            if (!build.HasExited)
                build.Kill(entireProcessTree: true);
        }
    }

    private static CompileDiagnostic Diagnostic(Match match, string project) => new(
        match.Groups["id"].Value,
        match.Groups["kind"].Value == "error",
        match.Groups["message"].Value,
        new CallSite(Path.GetRelativePath(project, match.Groups["file"].Value), int.Parse(match.Groups["line"].Value)),
        int.Parse(match.Groups["column"].Value));

    [GeneratedRegex(@"^\s*(?<file>[^\s(]+)\((?<line>\d+),(?<column>\d+)\): (?<kind>error|warning) (?<id>CS\d+): (?<message>.*) \[[^\]]*\]\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
