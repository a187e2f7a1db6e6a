using ExerciseKit.Contract;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>How a project calls the C# compiler, without the sources of the exercise.</summary>
/// <param name="Arguments">The compiler's arguments; files that the build generated are named under <see cref="Folder"/>.</param>
/// <param name="GeneratedFiles">The texts of these files.</param>
/// <param name="References">The assemblies and analyzers that the arguments name; they must be there when the compiler is called.</param>
public sealed record CompilerInvocation(EquatableArray<string> Arguments, EquatableArray<GeneratedFile> GeneratedFiles, EquatableArray<string> References)
{
    /// <summary>Stands for the project's folder, which is gone by the time the compiler is called; so the result does not depend on it.</summary>
    public static string Folder { get; } = OperatingSystem.IsWindows() ? @"C:\exercise" : "/exercise";
}

/// <summary>A file that the build generated for the compiler, such as the global usings.</summary>
/// <param name="Path">Its full path, under <see cref="CompilerInvocation.Folder"/>.</param>
/// <param name="Text">All of it.</param>
public sealed record GeneratedFile(string Path, string Text);
