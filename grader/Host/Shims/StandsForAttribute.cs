namespace ExerciseKit.Host.Shims;

/// <summary>Says which framework type a shim stands for in graded code.</summary>
/// <remarks>
/// The rewriter reads these: a member of <paramref name="type"/> becomes the shim's static method of the same name and
/// parameters, and a constructor its static method <see cref="Constructor"/>. A member without such a method is left
/// alone or refused, as the allow-list says.
/// </remarks>
/// <param name="type">The framework's type.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StandsForAttribute(Type type) : Attribute
{
    /// <summary>The name of the shim's static method that stands for a constructor.</summary>
    public const string Constructor = "New";

    public Type Type { get; } = type;

    /// <summary>Whether every mention of the type becomes the shim, which then has its whole shape, or derives from it.</summary>
    public bool Wholly { get; init; }
}
