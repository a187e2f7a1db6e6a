using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Compilation;
using ExerciseKit.Preparation.Evaluation;
using ExerciseKit.Tests.Preparation.Compilation;

namespace ExerciseKit.Tests.Preparation.Evaluation;

[NonParallelizable]
public sealed class ProjectEvaluatorTests
{
    private const string HostileProject =
        "<Project><PropertyGroup><Nullable>disable</Nullable><DefineConstants>HOSTILE</DefineConstants></PropertyGroup></Project>";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void The_exercises_settings_reach_the_compiler()
    {
        var arguments = Compilers.Evaluator.Evaluate(Compilers.Greeting, CancellationToken.None).Arguments;
        Assert.That(arguments, Does.Contain("/nullable:enable").And.Contain("/debug:portable").And.Contain("/target:exe"));
        Assert.That(arguments.Where(a => a.Contains("ExerciseKit.")), Is.EquivalentTo(new[]
        {
            $"/reference:{Path.Combine(AppContext.BaseDirectory, "ExerciseKit.Contract.dll")}",
            $"/reference:{Path.Combine(AppContext.BaseDirectory, "ExerciseKit.Multiprocessing.dll")}",
        }));
    }

    [Test, CancelAfter(120_000)]
    public async Task Several_at_once_wait_for_one_another(CancellationToken cancellation)
    {
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Fresh(null).Evaluate(Compilers.Greeting, cancellation), cancellation)));
        Assert.That(atOnce, Is.All.EqualTo(Compilers.Evaluator.Evaluate(Compilers.Greeting, cancellation)));
    }

    [Test]
    public void Nothing_of_the_place_where_it_was_made_stays_in_it()
    {
        var invocation = Compilers.Evaluator.Evaluate(Compilers.Greeting, CancellationToken.None);
        Assert.That(invocation.Arguments, Has.None.Contains("exercisekit-evaluation-"));
        Assert.That(invocation.GeneratedFiles.Select(f => f.Text), Has.None.Contains("exercisekit-evaluation-"));
    }

    [Test]
    public void Changed_settings_change_the_arguments()
    {
        var exercise = CopiedGreeting();
        var props = Path.Combine(folder.Path, "exercises", "Directory.Build.props");
        File.WriteAllText(props, File.ReadAllText(props).Replace("<Nullable>enable", "<Nullable>disable"));
        Assert.That(Fresh(null).Evaluate(exercise, CancellationToken.None).Arguments, Does.Not.Contain("/nullable:enable"));
    }

    [Test]
    public void Neither_variables_nor_the_user_s_files_nor_what_lies_above_alter_it()
    {
        folder.Write("Directory.Build.props", HostileProject);
        folder.Write("Directory.Packages.props", HostileProject);
        folder.Write("before.props", HostileProject);
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CS0168.severity = error\n");
        folder.Write("global.json", """{ "sdk": { "version": "99.0.100" } }""");
        folder.Write("NuGet.config", "broken");
        foreach (var imports in (string[])["ImportBefore", "ImportAfter"])
            folder.Write($".local/share/Microsoft/MSBuild/Current/Microsoft.Common.props/{imports}/x.props", HostileProject);
        var variables = new Dictionary<string, string>
        {
            ["TMPDIR"] = folder.Path,
            ["HOME"] = folder.Path,
            ["XDG_DATA_HOME"] = Path.Combine(folder.Path, ".local", "share"),
            ["Nullable"] = "disable",
            ["LangVersion"] = "7.3",
            ["Configuration"] = "Release",
            ["DefineConstants"] = "HOSTILE",
            ["WarningsAsErrors"] = "CS0168",
            ["ContinuousIntegrationBuild"] = "true",
            ["CustomBeforeMicrosoftCommonProps"] = Path.Combine(folder.Path, "before.props"),
            ["MSBuildSDKsPath"] = folder.Path,
            ["DOTNET_ROOT"] = folder.Path,
        };
        var before = variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        CompilerInvocation hostile;
        try
        {
            foreach (var (name, value) in variables)
                Environment.SetEnvironmentVariable(name, value);
            hostile = Fresh(null).Evaluate(Compilers.Greeting, CancellationToken.None);
        }
        finally
        {
            foreach (var (name, value) in before)
                Environment.SetEnvironmentVariable(name, value);
        }

        Assert.That(hostile, Is.EqualTo(Compilers.Evaluator.Evaluate(Compilers.Greeting, CancellationToken.None)));
        Assert.That(Directory.GetDirectories(folder.Path, "exercisekit-evaluation-*"), Is.Empty, "its workspace is left behind");
    }

    [Test]
    public void The_environment_and_the_current_folder_are_as_before()
    {
        var variables = PlainEnvironment.Variables();
        var current = Environment.CurrentDirectory;
        Fresh(null).Evaluate(Compilers.Greeting, CancellationToken.None);
        Assert.That(PlainEnvironment.Variables(), Is.EquivalentTo(variables));
        Assert.That(Environment.CurrentDirectory, Is.EqualTo(current));
    }

    [Test]
    public void Settings_that_do_not_evaluate_are_the_grader_s_fault()
    {
        var exercise = CopiedGreeting();
        folder.Write("exercises/Directory.Build.props", "<Project><Import Project=\"absent.props\" /></Project>");
        Assert.That(
            () => Fresh(null).Evaluate(exercise, CancellationToken.None),
            Throws.TypeOf<GraderFaultException>().With.Message.Contains("MSB4019").And.Message.Contains("absent.props"));
    }

    [Test]
    public void Exercises_with_the_same_settings_share_what_is_kept()
    {
        var cache = Path.Combine(folder.Path, "cache");
        var evaluator = Fresh(cache);
        foreach (var exercise in FixtureKit.Catalog.Exercises)
            evaluator.Evaluate(exercise, CancellationToken.None);
        Assert.That(Directory.GetFiles(cache), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_damaged_cache_is_made_anew()
    {
        var cache = Path.Combine(folder.Path, "cache");
        var first = Fresh(cache).Evaluate(Compilers.Greeting, CancellationToken.None);
        var file = Directory.GetFiles(cache).Single();
        var whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..^10]);
        Assert.That(Fresh(cache).Evaluate(Compilers.Greeting, CancellationToken.None), Is.EqualTo(first));
        Assert.That(File.ReadAllBytes(file), Is.EqualTo(whole));
    }

    [Test]
    public void A_kept_evaluation_whose_references_are_gone_is_made_anew()
    {
        var cache = Path.Combine(folder.Path, "cache");
        var first = Fresh(cache).Evaluate(Compilers.Greeting, CancellationToken.None);
        var key = Path.GetFileNameWithoutExtension(Directory.GetFiles(cache).Single());
        new EvaluationCache(cache).Keep(key, first with { References = [.. first.References, "/gone.dll"] });
        Assert.That(Fresh(cache).Evaluate(Compilers.Greeting, CancellationToken.None), Is.EqualTo(first));
    }

    private Exercise CopiedGreeting() => ExerciseCatalog.Load(FixtureKit.CopyTo(folder.Path)).Find(FixtureKit.Greeting)!;

    private static ProjectEvaluator Fresh(string? cache) => new(AppContext.BaseDirectory, new EvaluationCache(cache));
}
