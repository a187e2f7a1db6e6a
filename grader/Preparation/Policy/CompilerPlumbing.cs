using Mono.Cecil;

namespace ExerciseKit.Preparation.Policy;

/// <summary>What the compiler writes into a method of its own, and what a student may write into a few of his, though it is refused elsewhere.</summary>
/// <remarks>Names with angle brackets are the compiler's: no source can spell them, and submissions come as source.</remarks>
internal static class CompilerPlumbing
{
    private const string HelperType = "<PrivateImplementationDetails>";

    /// <summary>Whether a member, though refused, may be used in this method.</summary>
    public static bool Permits(MethodDefinition method, string type, string member) => type switch
    {
        "System.Runtime.CompilerServices.Unsafe" or "System.Runtime.InteropServices.MemoryMarshal" => IsHelper(method.DeclaringType),
        "System.Environment" => member == "get_CurrentManagedThreadId" && IsIteratorSetup(method),
        "System.Threading.Interlocked" => member == "CompareExchange" && IsFieldLikeEvent(method),
        "System.HashCode" => IsGetHashCode(method),
        _ => false,
    };

    /// <summary>Whether a type, though refused, may be named in this method.</summary>
    public static bool PermitsType(MethodDefinition? method, string type) =>
        method is not null && Permits(method, type, type switch
        {
            "System.Environment" => "get_CurrentManagedThreadId",
            "System.Threading.Interlocked" => "CompareExchange",
            _ => "",
        });

    /// <summary>Whether a method makes a hash of its own, for which it may ask others for theirs.</summary>
    /// <remarks>A hash differs between processes, so that it must not reach what a process does; in a dictionary it does not.</remarks>
    public static bool IsGetHashCode(MethodDefinition method) =>
        method.Name == nameof(GetHashCode) || method.Name.EndsWith(".GetHashCode", StringComparison.Ordinal);

    private static bool IsHelper(TypeDefinition? type) =>
        type is not null && (type.Name.StartsWith(HelperType, StringComparison.Ordinal) || IsHelper(type.DeclaringType));

    private static bool IsIteratorSetup(MethodDefinition method) =>
        method.Name != "MoveNext" && method.DeclaringType.Name.StartsWith('<') && method.DeclaringType.Name.Contains(">d", StringComparison.Ordinal);

    private static bool IsFieldLikeEvent(MethodDefinition method) =>
        (method.IsAddOn || method.IsRemoveOn)
        && method.CustomAttributes.Any(a => a.AttributeType.Name == "CompilerGeneratedAttribute");
}
