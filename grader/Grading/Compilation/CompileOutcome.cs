using ExerciseKit.Contract;

namespace ExerciseKit.Grading.Compilation;

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

/// <summary>The compiler was not done within its bound. Such sources are made for it: an exercise compiles in a hundredth of that.</summary>
/// <param name="Bound">How much processor time a core it was given.</param>
internal sealed record CompileAbandoned(TimeSpan Bound) : CompileOutcome;
