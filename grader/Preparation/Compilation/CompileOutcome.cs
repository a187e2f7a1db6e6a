using ExerciseKit.Contract;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>How compiling a student's files came out.</summary>
internal abstract record CompileOutcome;

/// <summary>They compiled.</summary>
/// <param name="Assembly">A library; the same bytes for the same sources.</param>
/// <param name="Symbols">Its portable PDB, which names files relative to the exercise's folder.</param>
/// <param name="Warnings">What the compiler remarked.</param>
internal sealed record Compiled(byte[] Assembly, byte[] Symbols, EquatableArray<CompileDiagnostic> Warnings) : CompileOutcome;

/// <summary>They did not compile, or hold what the grader refuses to compile.</summary>
/// <param name="Diagnostics">Errors first; at least one.</param>
internal sealed record NotCompiled(EquatableArray<CompileDiagnostic> Diagnostics) : CompileOutcome;
