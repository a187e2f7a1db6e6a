using Mono.Cecil;

namespace ExerciseKit.Preparation.Policy;

/// <summary>What the compiler writes into a method of its own, and what a student may write into a few of his, though it is refused elsewhere.</summary>
internal static class CompilerPlumbing
{
    /// <summary>Whether a member, though refused, may be used in this method.</summary>
    public static bool Permits(MethodDefinition method, string type, string member) => type switch
    {
        "System.Runtime.CompilerServices.Unsafe" or "System.Runtime.InteropServices.MemoryMarshal" => CompilersTypes.HoldDetails(method.DeclaringType),
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
    /// <remarks>What it is told there is the same in each process: see <see cref="Rewriting.HashWeaver"/>.</remarks>
    public static bool IsGetHashCode(MethodDefinition method) =>
        method.Name == nameof(GetHashCode) || method.Name.EndsWith(".GetHashCode", StringComparison.Ordinal);

    private static bool IsIteratorSetup(MethodDefinition method) => method.Name != "MoveNext" && CompilersTypes.AreIterators(method.DeclaringType);

    // The compiler keeps the handlers in a field of the event's own name, which no source can have beside the event.
    private static bool IsFieldLikeEvent(MethodDefinition method) =>
        (method.IsAddOn || method.IsRemoveOn)
        && method.CustomAttributes.Any(a => a.AttributeType.Name == "CompilerGeneratedAttribute")
        && method.DeclaringType.Fields.Any(f => f.Name == method.Name[(method.Name.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
