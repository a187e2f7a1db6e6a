using System.Runtime.CompilerServices;
using ExerciseKit.Contract.Faults;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;

namespace ExerciseKit.Preparation.Evaluation;

/// <summary>Asks MSBuild how a project would call the compiler. MSBuild must have been registered before this class is touched.</summary>
internal static class DesignTimeBuild
{
    /// <summary>The compiler's arguments.</summary>
    /// <exception cref="GraderFaultException">The project does not evaluate; the message has MSBuild's errors.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IReadOnlyList<string> CompilerArguments(string projectFile, string kitTargets, CancellationToken cancellation)
    {
        using var projects = new ProjectCollection(Properties(kitTargets));
        using var manager = new BuildManager("ExerciseKit");
        var errors = new BuildErrorLog();
        var parameters = new BuildParameters(projects)
        {
            EnableNodeReuse = false,
            MaxNodeCount = 1,
            Loggers = [errors],
            SaveOperatingEnvironment = true,
        };
        using var _ = cancellation.Register(manager.CancelAllSubmissions);
        var request = new BuildRequestData(
            projectFile, projects.GlobalProperties, null, ["Compile"], null, BuildRequestDataFlags.ProvideProjectStateAfterBuild);
        var result = manager.Build(parameters, request);
        cancellation.ThrowIfCancellationRequested();
        if (result.OverallResult == BuildResultCode.Success && result.ProjectStateAfterBuild is { } project)
            return [.. project.GetItems("CscCommandLineArgs").Select(item => item.EvaluatedInclude)];
        throw new GraderFaultException(
            $"The exercises' project settings do not evaluate: {errors.Text(result.Exception)}. Mend the project or exercises/Directory.Build.props.");
    }

    // Without DesignTimeBuild, targets would ask for what a restore writes, and nothing here needs a restore.
    private static Dictionary<string, string> Properties(string kitTargets) => new()
    {
        ["DesignTimeBuild"] = "true",
        ["SkipCompilerExecution"] = "true",
        ["ProvideCommandLineArgs"] = "true",
        ["BuildProjectReferences"] = "false",
        ["MSBuildEnableWorkloadResolver"] = "false",
        ["CustomAfterMicrosoftCommonTargets"] = kitTargets,
    };
}
