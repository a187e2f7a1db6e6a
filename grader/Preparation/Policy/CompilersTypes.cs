using System.Text.RegularExpressions;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Tells the types that the compiler makes for itself from those that a source names.</summary>
/// <remarks>
/// No source can spell an angle bracket, and yet a name that begins with one may be a source's: that of a file-local type, which the
/// compiler writes as <c>&lt;File&gt;F…__Name</c>. So a name alone says nothing: the compiler marks what it makes, and a source, which may
/// write that mark too, can't take the rest of the name away. Submissions come as source.
/// </remarks>
internal static partial class CompilersTypes
{
    /// <summary>The holder of constant data and of the helpers that go with it; there is one an assembly.</summary>
    private const string DetailsHolder = "<PrivateImplementationDetails>";

    private const string Mark = "CompilerGeneratedAttribute";

    /// <summary>Whether the compiler has made it, or the type that it stands in.</summary>
    public static bool Include(TypeDefinition? type) => type is not null && (IsMade(type) || Include(type.DeclaringType));

    /// <summary>Whether it holds the compiler's constant data, or stands in what does.</summary>
    public static bool HoldDetails(TypeDefinition? type) =>
        type is not null && ((type is { Name: DetailsHolder, Namespace: "", DeclaringType: null } && IsMarked(type)) || HoldDetails(type.DeclaringType));

    /// <summary>Whether it is the state of an iterator.</summary>
    public static bool AreIterators(TypeDefinition type) => IsMade(type) && type.Name.Contains(">d", StringComparison.Ordinal);

    /// <summary>Whether it keeps the delegates made from method groups.</summary>
    public static bool CacheDelegates(TypeDefinition type) =>
        IsMade(type) && (type.Name.StartsWith("<>O", StringComparison.Ordinal) || type.Name.Contains(">O__", StringComparison.Ordinal));

    /// <summary>A type's name as its source has it.</summary>
    public static string InSource(string name) => FileLocal().Replace(name, "");

    private static bool IsMade(TypeDefinition type) => type.Name.StartsWith('<') && !FileLocal().IsMatch(type.Name) && IsMarked(type);

    private static bool IsMarked(TypeDefinition type) => type.CustomAttributes.Any(a => a.AttributeType is { Name: Mark, Namespace: "System.Runtime.CompilerServices" });

    // The file's name, of which only letters, digits and underscores are kept, and the hash of its path.
    [GeneratedRegex("<[^<>]*>F[0-9A-F]{64}__")]
    private static partial Regex FileLocal();
}
