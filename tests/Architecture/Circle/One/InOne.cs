using ExerciseKit.Tests.Architecture.Circle.Two;

namespace ExerciseKit.Tests.Architecture.Circle.One;

/// <summary>Part of a circle that the tests must find.</summary>
internal sealed class InOne
{
    public static List<InTwo[]> Known { get; } = [];
}
