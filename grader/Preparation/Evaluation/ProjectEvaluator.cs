using System.Collections.Concurrent;
using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Preparation.Evaluation;

/// <summary>Finds out how <c>dotnet build</c> would call the compiler for an exercise, once for all exercises with the same settings.</summary>
/// <remarks>
/// While MSBuild works it replaces the process's environment and current folder, and restores both: evaluate before starting
/// anything that reads them.
/// </remarks>
/// <param name="toolDirectory">Where the kit's assemblies lie that students' code refers to.</param>
/// <param name="cache">Where evaluations are kept between runs.</param>
public sealed class ProjectEvaluator(string toolDirectory, EvaluationCache cache)
{
    /// <summary>An evaluation takes a second; one that takes this long hangs.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    /// <summary>One at a time in a process: the temporary folder of another one, too, is not what it seems while one lasts.</summary>
    private static readonly Lock Evaluating = new();

    private readonly ConcurrentDictionary<string, CompilerInvocation> known = new();

    /// <summary>How the exercise's project calls the compiler.</summary>
    /// <exception cref="GraderFaultException">There is no SDK, or the project does not evaluate.</exception>
    public CompilerInvocation Evaluate(Exercise exercise, CancellationToken cancellation)
    {
        var inputs = EvaluationWorkspace.Inputs(exercise, toolDirectory);
        var sdk = SdkLocation.Find();
        var key = EvaluationCache.Key([.. inputs, new("sdk", sdk.Folder), new("kit", KitVersion)]);
        if (known.TryGetValue(key, out var invocation))
            return invocation;
        lock (Evaluating)
        {
            // Who waited here for another one to evaluate the same finds it now.
            return known.GetOrAdd(key, _ => Kept(key) ?? Build(key, inputs, sdk, cancellation));
        }
    }

    private CompilerInvocation? Kept(string key) => cache.Find(key) is { } kept && HasItsReferences(kept) ? kept : null;

    private static string KitVersion =>
        typeof(ProjectEvaluator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private CompilerInvocation Build(string key, IReadOnlyDictionary<string, string> inputs, SdkLocation sdk, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Bound);
        using var workspace = new EvaluationWorkspace(inputs);
        try
        {
            var invocation = Read(workspace.ProjectFolder, RunMSBuild(workspace, sdk, bound.Token));
            cache.Keep(key, invocation);
            return invocation;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new GraderFaultException($"MSBuild did not evaluate the exercises' project within {Bound.TotalMinutes} minutes. Try again.", e);
        }
    }

    private static IReadOnlyList<string> RunMSBuild(EvaluationWorkspace workspace, SdkLocation sdk, CancellationToken cancellation)
    {
        var variables = new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = SdkLocation.DotnetRoot,
            ["DOTNET_HOST_PATH"] = Path.Combine(SdkLocation.DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"),
        };
        using var environment = new PlainEnvironment(workspace.HomeFolder, variables);
        foreach (var (name, value) in sdk.Register())
            Environment.SetEnvironmentVariable(name, value);
        return DesignTimeBuild.CompilerArguments(workspace.ProjectFile, workspace.KitTargets, cancellation);
    }

    // The workspace is about to go: what the build generated in it is kept as text, under a name that is always the same.
    private static CompilerInvocation Read(string projectFolder, IReadOnlyList<string> arguments)
    {
        var generated = new List<GeneratedFile>();
        foreach (var file in Directory.EnumerateFiles(projectFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is ".cs" or ".editorconfig" or ".globalconfig")
                generated.Add(new GeneratedFile(Renamed(file), Renamed(File.ReadAllText(file))));
        }

        var named = arguments.Select(Renamed).ToEquatableArray();
        return new CompilerInvocation(named, generated.ToEquatableArray(), CompilerSettings.ReferencesIn(named).ToEquatableArray());

        string Renamed(string text) => text.Replace(projectFolder, CompilerInvocation.Folder, StringComparison.Ordinal);
    }

    // An SDK may have been removed or repaired since the evaluation was kept.
    private static bool HasItsReferences(CompilerInvocation invocation) => invocation.References.All(File.Exists);
}
