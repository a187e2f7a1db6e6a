using ExerciseKit.Contract;

namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>A method of a program with its arguments, ready to be called.</summary>
public sealed class BoundTarget
{
    private readonly LoadedProgram program;
    private readonly Type returnType;
    private readonly Func<object?> call;

    internal BoundTarget(LoadedProgram program, Type returnType, Func<object?> call)
    {
        this.program = program;
        this.returnType = returnType;
        this.call = call;
    }

    /// <summary>Calls it. An exception of the student's comes out as it is.</summary>
    /// <returns>What it returned, unpacked; null for nothing.</returns>
    public object? Call() => call();

    /// <summary>Packs what <see cref="Call"/> returned; null for a method that returns nothing.</summary>
    /// <exception cref="CannotTravelException">The result can't be taken to another process.</exception>
    public Payload? PackResult(object? result) =>
        returnType == typeof(void) ? null : program.Pack(result, returnType, "the result");
}
