using System.Collections.Frozen;
using System.Reflection;
using ExerciseKit.Host.Shims;

namespace ExerciseKit.Preparation.Shims;

/// <summary>A class of the host that stands for a framework type.</summary>
internal sealed class Shim
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly FrozenSet<string> members;
    private readonly FrozenSet<string> names;

    public Shim(Type type)
    {
        var attribute = type.GetCustomAttribute<StandsForAttribute>()!;
        Name = type.Name;
        Original = attribute.Type;
        IsWhole = attribute.Wholly;
        var methods = type.GetMembers(Declared).OfType<MethodBase>().ToArray();
        members = methods.Select(m => Stood(m.Name) + Signatures.Of(m)).Concat(type.GetFields(Declared).Select(f => f.Name)).ToFrozenSet(StringComparer.Ordinal);
        names = methods.Select(m => Stood(m.Name)).ToFrozenSet(StringComparer.Ordinal);
    }

    public string Name { get; }

    public Type Original { get; }

    /// <summary>Whether every mention of the type becomes the shim.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether this very overload is rewritten.</summary>
    public bool StandsFor(string member, string signature) => members.Contains(member + signature);

    /// <summary>Whether some overload of the name is rewritten.</summary>
    public bool StandsForSome(string member) => names.Contains(member);

    /// <summary>The name of the shim's method for a member.</summary>
    public static string MethodFor(string member) => member == ConstructorInfo.ConstructorName ? StandsForAttribute.Constructor : member;

    private string Stood(string method) =>
        !IsWhole && method == StandsForAttribute.Constructor ? ConstructorInfo.ConstructorName : method;
}
