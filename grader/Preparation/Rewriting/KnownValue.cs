using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>A value on a method's stack or in one of its variables, as far as it is known where it comes from.</summary>
/// <param name="Origin">What it comes from, of what is asked about; null where it comes from nothing of that.</param>
/// <param name="IsPart">Whether it is that very object, or one that hangs on it: a number that was computed of it is not.</param>
/// <param name="Load">The instruction that loaded it from a variable; null where none did.</param>
/// <param name="Method">The student's method that it is a delegate of; null where it is none.</param>
internal readonly record struct KnownValue(object? Origin = null, bool IsPart = false, Instruction? Load = null, MethodDefinition? Method = null)
{
    /// <summary>What is computed of it.</summary>
    public KnownValue Derived => new(Origin);

    /// <summary>What hangs on it.</summary>
    public KnownValue Part => new(Origin, IsPart);
}
