using System.Globalization;
using ExerciseKit.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>Turns a compilation into an assembly, or into what is wrong with it.</summary>
internal static class Emission
{
    /// <summary>A source of 10,000 errors is explained by its first ones.</summary>
    private const int MaxDiagnostics = 100;

    private const int MaxMessageLength = 1_000;

    public static CompileOutcome Emit(CSharpCompilation compilation, CompilerSettings with, CancellationToken cancellation)
    {
        var outcome = EmitOnce(compilation, with, cancellation);
        // Generators add to partial types and members only; without an error none was missed.
        return outcome is NotCompiled && SourceGenerators.MayHelp(compilation, cancellation)
            ? EmitOnce(SourceGenerators.Run(compilation, with, cancellation), with, cancellation)
            : outcome;
    }

    // In the compiler's own stages: errors of syntax hide those of meaning, which may follow from them.
    private static CompileOutcome EmitOnce(CSharpCompilation compilation, CompilerSettings with, CancellationToken cancellation)
    {
        var early = compilation.GetParseDiagnostics(cancellation);
        if (!early.Any(IsError))
            early = early.AddRange(compilation.GetDeclarationDiagnostics(cancellation));
        if (early.Any(IsError))
            return new NotCompiled(Told(early));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = with.EmitOptions.WithPdbFilePath(compilation.AssemblyName + ".pdb");
        var result = compilation.Emit(assembly, symbols, options: options, cancellationToken: cancellation);
        var told = Told(early.AddRange(result.Diagnostics));
        return result.Success ? new Compiled(assembly.ToArray(), symbols.ToArray(), told) : new NotCompiled(told);
    }

    private static bool IsError(Diagnostic diagnostic) =>
        diagnostic is { IsSuppressed: false, Severity: DiagnosticSeverity.Error, IsWarningAsError: false };

    private static EquatableArray<CompileDiagnostic> Told(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(d => !d.IsSuppressed && d.Severity >= DiagnosticSeverity.Warning)
        .Select(Told)
        .OrderByDescending(d => d.IsError)
        .ThenBy(d => d.Site.File, StringComparer.Ordinal)
        .ThenBy(d => d.Site.Line)
        .ThenBy(d => d.Column)
        .ThenBy(d => d.Id, StringComparer.Ordinal)
        .ThenBy(d => d.Message, StringComparer.Ordinal)
        .Distinct()
        .Take(MaxDiagnostics)
        .ToEquatableArray();

    private static CompileDiagnostic Told(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var shown = message.Length > MaxMessageLength ? message[..MaxMessageLength] + "…" : message;
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        if (!diagnostic.Location.IsInSource)
            return new CompileDiagnostic(diagnostic.Id, isError, shown, CallSite.Unknown, 0);
        var place = diagnostic.Location.GetLineSpan();
        var site = new CallSite(place.Path, place.StartLinePosition.Line + 1);
        return new CompileDiagnostic(diagnostic.Id, isError, shown, site, place.StartLinePosition.Character + 1);
    }
}
