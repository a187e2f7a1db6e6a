using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>The severities that analyzer configuration gives to the compiler's own diagnostics.</summary>
internal sealed class ConfiguredSeverities(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
{
    private readonly ConcurrentDictionary<string, AnalyzerConfigOptionsResult> byPath = new();

    /// <summary>Reads configuration files, those of <paramref name="texts"/> from there, others from disk.</summary>
    public static ConfiguredSeverities From(IEnumerable<string> paths, IReadOnlyDictionary<string, string> texts)
    {
        var configs = paths
            .Where(path => texts.ContainsKey(path) || File.Exists(path))
            .Select(path => AnalyzerConfig.Parse(SourceText.From(texts.GetValueOrDefault(path) ?? File.ReadAllText(path)), path))
            .ToList();
        return new ConfiguredSeverities(AnalyzerConfigSet.Create(configs));
    }

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        OptionsFor(tree).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);

    private AnalyzerConfigOptionsResult OptionsFor(SyntaxTree tree) =>
        byPath.GetOrAdd(Path.Combine(CompilerInvocation.Folder, tree.FilePath), configs.GetOptionsForSourcePath);
}
