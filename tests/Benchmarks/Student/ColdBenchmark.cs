using ExerciseKit.Benchmarks.Grade;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Session;

namespace ExerciseKit.Benchmarks.Student;

/// <summary>How long a check takes as a process of its own, beside an older build of the kit and beside <c>dotnet test</c> with one empty test.</summary>
internal static class ColdBenchmark
{
    private const int Rounds = 7;
    private const string Exercise = "07-ticket-sale";
    private const string Answer = "TicketSale.cs";

    /// <param name="older">The root of an older clone that was built; null for none.</param>
    public static async Task RunAsync(string? older, TextWriter output, CancellationToken cancellation)
    {
        using var student = new CourseFolder();
        student.Write();
        student.Put($"exercises/{Exercise}/{Answer}", await File.ReadAllTextAsync(Path.Combine(Repository.Solution(Exercise), Answer), cancellation));
        using var empty = await EmptyTestAsync(cancellation);
        var rows = new List<(string Name, Func<Task<TimeSpan>> Run, List<double> Took)>
        {
            ("`kit check 07` of the solution", () => Commands.RunAsync("dotnet", [KitCommand.Assembly, "check", "07"], student.Root, 0, cancellation), []),
            ("`kit grade` of the solution", () => Commands.RunAsync("dotnet", [KitCommand.Assembly, "grade", Path.Combine(Repository.Solution(Exercise), Answer), "--exercise", Exercise], Repository.Root, 0, cancellation), []),
        };
        if (older is not null)
            rows.Add(($"`kit grade` of the solution, the build in {Path.GetFileName(Path.TrimEndingDirectorySeparator(older))}", () => Commands.RunAsync("dotnet", [OlderKit(older), "grade", Path.Combine("solutions", Exercise, Answer), "--exercise", Exercise], older, 0, cancellation), []));
        rows.Add(("`dotnet test` with one empty test, after an edit", () => EditAndTestAsync(empty, cancellation), []));
        rows.Add(("`dotnet test --no-build`, the same", () => Commands.RunAsync("dotnet", ["test", "--no-build"], empty.Path, 0, cancellation), []));
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (_, run, took) in rows)
            {
                var one = await run();
                // The first round fills what is kept between two runs.
                if (round > 0)
                    took.Add(one.TotalSeconds);
            }
        }

        await output.WriteLineAsync($"In turn, {Rounds} times after a first one that does not count; compiler server on\n");
        var table = new MarkdownTable(output, "seconds, whole process", "median", "least", "most", "against the first");
        foreach (var (name, _, took) in rows)
            table.Row(name, $"{Median(took):f2}", $"{took.Min():f2}", $"{took.Max():f2}", $"{Median(took) / Median(rows[0].Took):f2}");
    }

    private static string OlderKit(string root) => Directory.GetFiles(Path.Combine(root, "grader", "Cli", "bin"), "kit.dll", SearchOption.AllDirectories) is [var found, ..]
        ? found
        : throw new InvalidOperationException($"There is no kit.dll under {root}/grader/Cli/bin. Build that clone first: dotnet build -c Release grader/Cli");

    private static async Task<TemporaryFolder> EmptyTestAsync(CancellationToken cancellation)
    {
        var folder = new TemporaryFolder();
        folder.Write("Empty.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NUnit" Version="5.0.0" />
                <PackageReference Include="NUnit3TestAdapter" Version="6.3.1" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
              </ItemGroup>
            </Project>
            """);
        Write(folder, 0);
        await Commands.RunAsync("dotnet", ["build", "-v", "quiet"], folder.Path, 0, cancellation);
        return folder;
    }

    private static Task<TimeSpan> EditAndTestAsync(TemporaryFolder folder, CancellationToken cancellation)
    {
        Write(folder, Environment.TickCount64);
        return Commands.RunAsync("dotnet", ["test"], folder.Path, 0, cancellation);
    }

    private static void Write(TemporaryFolder folder, long edit) => folder.Write("EmptyTests.cs", $$"""
        using NUnit.Framework;

        public class EmptyTests
        {
            [Test]
            public void Nothing() => _ = {{edit}}L;
        }
        """);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
