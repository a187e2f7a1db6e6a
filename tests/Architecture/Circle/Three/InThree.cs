using ExerciseKit.Tests.Architecture.Circle.One;

namespace ExerciseKit.Tests.Architecture.Circle.Three;

/// <summary>Part of a circle that the tests must find.</summary>
internal sealed class InThree
{
    public static List<InOne[]> Known { get; } = [];
}
