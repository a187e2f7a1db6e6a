using System.Collections.Frozen;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Policy;

/// <summary>What a student's own types, methods and instructions may not be, whatever they name.</summary>
internal static class OwnTypePolicy
{
    // The runtime and the compiler know some attributes by name alone, so that a type of the student's could stand in for
    // a refused one. These do nothing at run time, and compilers write them where a framework lacks them.
    private static readonly FrozenSet<string> HarmlessPolyfills = FrozenSet.Create(
        StringComparer.Ordinal,
        "IsExternalInit", "NullableAttribute", "NullableContextAttribute", "NullablePublicOnlyAttribute", "RefSafetyRulesAttribute",
        "IsReadOnlyAttribute", "IsByRefLikeAttribute", "IsUnmanagedAttribute", "ScopedRefAttribute", "RequiresLocationAttribute",
        "ParamCollectionAttribute", "NativeIntegerAttribute", "ExtensionMarkerAttribute", "RequiredMemberAttribute",
        "CompilerFeatureRequiredAttribute", "CallerArgumentExpressionAttribute");

    private static readonly FrozenSet<string> LentBuffers = FrozenSet.Create(StringComparer.Ordinal, "System.ISpanFormattable", "System.IUtf8SpanFormattable");

    public static IEnumerable<TypePolicy.Part> Refusals(TypeDefinition type)
    {
        // One in the kit's namespaces would take the place of the kit's, and a student wonder why nothing starts.
        if ((IsWithin(type.Namespace, "System") && !HarmlessPolyfills.Contains(type.Name)) || IsWithin(type.Namespace, "ExerciseKit"))
            yield return new TypePolicy.Part($"a type of your own in {type.Namespace}", "a namespace of your own");

        // A field laid over a reference is an address. The compiler lays out its constant data so, which holds none.
        if (type.IsExplicitLayout && !(CompilersTypes.HoldDetails(type) && type.Fields.All(f => f.IsStatic || f.FieldType.IsPrimitive)))
            yield return new TypePolicy.Part("an explicit layout", "plain fields");

        if (type.Interfaces.FirstOrDefault(i => LentBuffers.Contains(i.InterfaceType.FullName)) is { } lent)
            yield return new TypePolicy.Part($"a type of your own that is {TypePolicy.Display(lent.InterfaceType)}", "ToString() or IFormattable: the buffer that TryFormat is lent holds what was there before, which differs from run to run");
    }

    public static TypePolicy.Part? Refusal(MethodDefinition method)
    {
        if (method.DeclaringType.Name == "<Module>")
            return new TypePolicy.Part("a module initializer", "code in the entry method");
        if (method.Name == "Finalize" && method.IsVirtual && !method.HasParameters)
            return new TypePolicy.Part("a finalizer", "IDisposable and using: when a finalizer runs differs from run to run");
        if (method.IsPInvokeImpl || (!method.HasBody && !method.IsAbstract && !method.IsRuntime))
            return new TypePolicy.Part("an extern method", "managed code only");
        return null;
    }

    public static TypePolicy.Part? Refusal(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Localloc => new TypePolicy.Part("stackalloc", "an array"),
        Code.Calli or Code.Jmp => new TypePolicy.Part("a function pointer", "a delegate"),
        Code.Cpblk or Code.Initblk => new TypePolicy.Part("a pointer", "arrays and spans"),
        Code.Mkrefany or Code.Refanyval or Code.Refanytype => new TypePolicy.Part("a typed reference", "ref"),
        Code.Arglist => new TypePolicy.Part("__arglist", "params"),
        Code.Ldtoken when instruction.Operand is MethodReference => new TypePolicy.Part("an expression tree", "a lambda"),
        _ => null,
    };

    private static bool IsWithin(string inner, string outer) =>
        inner == outer || (inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] == '.');
}
