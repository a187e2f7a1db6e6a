using System.Collections.Frozen;
using ExerciseKit.Contract;
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
            yield return new TypePolicy.Part(($"a type of your own in {type.Namespace}", $"{type.Namespace} 里你自己的类型"), ("a namespace of your own", "你自己的命名空间"));

        // A field laid over a reference is an address. The compiler lays out its constant data so, which holds none.
        if (type.IsExplicitLayout && !(CompilersTypes.HoldDetails(type) && type.Fields.All(f => f.IsStatic || f.FieldType.IsPrimitive)))
            yield return new TypePolicy.Part(("an explicit layout", "显式布局"), ("plain fields", "普通的字段"));

        if (type.Interfaces.FirstOrDefault(i => LentBuffers.Contains(i.InterfaceType.FullName)) is { } lent)
        {
            var name = TypePolicy.Display(lent.InterfaceType);
            yield return new TypePolicy.Part(
                ($"a type of your own that is {name}", $"实现了 {name} 的你自己的类型"),
                ("ToString() or IFormattable: the buffer that TryFormat is lent holds what was there before, which differs from run to run",
                 "ToString() 或 IFormattable：借给 TryFormat 的缓冲区里还留着以前的内容，每次运行都不同"));
        }
    }

    public static TypePolicy.Part? Refusal(MethodDefinition method)
    {
        if (method.DeclaringType.Name == "<Module>")
            return new TypePolicy.Part(("a module initializer", "模块初始化器"), ("code in the entry method", "写在入口方法里的代码"));
        if (method.Name == "Finalize" && method.IsVirtual && !method.HasParameters)
            return new TypePolicy.Part(("a finalizer", "终结器"), ("IDisposable and using: when a finalizer runs differs from run to run", "IDisposable 和 using：终结器何时执行，每次运行都不同"));
        if (method.IsPInvokeImpl || (!method.HasBody && !method.IsAbstract && !method.IsRuntime))
            return new TypePolicy.Part(("an extern method", "extern 方法"), ("managed code only", "只用托管代码"));
        return null;
    }

    public static TypePolicy.Part? Refusal(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Localloc => new TypePolicy.Part(LocalizedText.Same("stackalloc"), ("an array", "数组")),
        Code.Calli or Code.Jmp => new TypePolicy.Part(("a function pointer", "函数指针"), ("a delegate", "委托")),
        Code.Cpblk or Code.Initblk => new TypePolicy.Part(("a pointer", "指针"), ("arrays and spans", "数组和 span")),
        Code.Mkrefany or Code.Refanyval or Code.Refanytype => new TypePolicy.Part(("a typed reference", "类型化引用"), LocalizedText.Same("ref")),
        Code.Arglist => new TypePolicy.Part(LocalizedText.Same("__arglist"), LocalizedText.Same("params")),
        Code.Ldtoken when instruction.Operand is MethodReference => new TypePolicy.Part(("an expression tree", "表达式树"), ("a lambda", "lambda")),
        _ => null,
    };

    private static bool IsWithin(string inner, string outer) =>
        inner == outer || (inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] == '.');
}
