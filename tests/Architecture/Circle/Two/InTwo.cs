using ExerciseKit.Tests.Architecture.Circle.Three;

namespace ExerciseKit.Tests.Architecture.Circle.Two;

/// <summary>Part of a circle that the tests must find.</summary>
internal sealed class InTwo
{
    public static List<InThree[]> Known { get; } = [];
}
