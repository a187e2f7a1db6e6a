using System.Diagnostics.CodeAnalysis;
using ExerciseKit.Contract;
using ExerciseKit.Preparation.Shims;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Policy;

/// <summary>Tells which parts of a type's name graded code may not mention.</summary>
internal sealed class TypePolicy(AllowList allowed)
{
    private const string Kit = "ExerciseKit.Multiprocessing";

    private readonly Dictionary<string, Ruling> known = new(StringComparer.Ordinal);

    /// <summary>A type or member that is refused, and what to use instead.</summary>
    public readonly record struct Part(LocalizedText Name, LocalizedText Instead);

    /// <summary>Whether the type, or the array's or generic type's definition, is the framework's.</summary>
    /// <param name="name">Its name as the allow-list has it.</param>
    public static bool IsFramework(TypeReference type, out string name)
    {
        name = "";
        if (type is ArrayType or PointerType or FunctionPointerType or GenericParameter)
            return false;
        var element = type.GetElementType();
        if (element is TypeDefinition || Scope(element) is not { } scope || IsKit(scope.Name))
            return false;
        name = Signatures.WithoutArity(element.FullName);
        return true;
    }

    public IEnumerable<Part> Refused(TypeReference type)
    {
        switch (type)
        {
            case GenericParameter:
                return [];
            case PointerType or FunctionPointerType or PinnedType:
                return [new Part(("a pointer", "指针"), ("references, arrays and spans: graded code is safe code", "引用、数组和 span：被评分的代码是安全代码"))];
            case GenericInstanceType generic:
                return Refused(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Refused));
            case IModifierType modified:
                return Refused(modified.ElementType);
            case TypeSpecification specification:
                return Refused(specification.ElementType);
            default:
                return RefusedPlain(type);
        }
    }

    /// <summary>Whether a class of the student's may not derive from this one, since its constructor or its members are rewritten.</summary>
    public static bool RefusesDerivation(TypeReference type, [NotNullWhen(true)] out LocalizedText? advice)
    {
        advice = IsFramework(type, out var name) && ShimCatalog.Find(name) is { Original.IsValueType: false } ? ("a field of that type: a class may not derive from it", "该类型的字段：不能从它派生类") : null;
        return advice is not null;
    }

    public static string Display(TypeReference type) =>
        IsFramework(type, out var name) ? name.Replace('/', '.') : Signatures.WithoutArity(type.GetElementType().FullName).Replace('/', '.');

    public static string Display(string type, string member)
    {
        var plain = member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) ? member[4..] : member;
        return plain == ".ctor" ? $"new {type.Replace('/', '.')}" : $"{type.Replace('/', '.')}.{plain}";
    }

    private IEnumerable<Part> RefusedPlain(TypeReference type)
    {
        if (type is TypeDefinition || Scope(type) is not { } scope)
            return [];
        var name = Signatures.WithoutArity(type.FullName);
        if (IsKit(scope.Name))
            return IsPublicKit(scope.Name, type) ? [] : [new Part(LocalizedText.Same(name), ($"the public types of {Kit}", $"{Kit} 的公开类型"))];
        if (!known.TryGetValue(name, out var ruling))
            known[name] = ruling = allowed.OfType(name);
        return ruling.IsAllowed ? [] : [new Part(LocalizedText.Same(name), ruling.Instead)];
    }

    private static bool IsKit(string assembly) => assembly.StartsWith("ExerciseKit.", StringComparison.Ordinal);

    private static bool IsPublicKit(string assembly, TypeReference type) => assembly == Kit && Outermost(type).Namespace == Kit;

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    // Null where the type is the module's own.
    private static IMetadataScope? Scope(TypeReference type) =>
        Outermost(type).Scope is { MetadataScopeType: MetadataScopeType.AssemblyNameReference } scope ? scope : null;
}
