using ExerciseKit.Preparation.Compilation;

namespace ExerciseKit.Preparation;

/// <summary>Compiles the kit's own answers as they stand, in this process and not rewritten: nothing that they make the compiler do needs to be bounded.</summary>
public sealed class PlainCompilation
{
    private readonly StudentCompiler compiler = new();

    /// <summary>Compiles.</summary>
    /// <returns>Null where it does not compile, or lacks an entry.</returns>
    /// <exception cref="Contract.Faults.GraderFaultException">The exercise's project does not call the compiler in a way that is understood.</exception>
    public PlainProgram? Compile(PreparationOrder order, CancellationToken cancellation) =>
        compiler.Compile(order.Exercise.Id, order.Invocation, order.Given, order.Files, cancellation) is Compiled compiled
        && EntryPoints.Inspect(compiled, order.Exercise) is EntryPointsFound found
            ? new PlainProgram(compiled.Assembly, compiled.Symbols, found.TypeName)
            : null;
}

/// <summary>A program as it was compiled.</summary>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="EntryType">The full name of the class with the entries.</param>
public sealed record PlainProgram(byte[] Assembly, byte[] Symbols, string EntryType);
