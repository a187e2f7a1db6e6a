using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using Mono.Cecil;

namespace ExerciseKit.Preparation.Compilation;

/// <summary>Looks for the methods that the grader calls.</summary>
internal static class EntryPoints
{
    /// <summary>Finds the exercise's class, in whatever namespace, with all its entries; else says what is missing.</summary>
    public static EntryPointsOutcome Inspect(Compiled compiled, Exercise exercise)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(compiled.Assembly));
        var candidates = assembly.MainModule.Types
            .Where(t => NameOf(t) == exercise.ClassName)
            .Select(t => (Type: t, Problems: Problems(t, exercise)))
            .OrderBy(c => c.Problems.Count)
            .ThenBy(c => c.Type.FullName, StringComparer.Ordinal)
            .ToList();
        if (candidates.Count == 0)
            return new EntryPointsMissing([NoClass(exercise, Elsewhere(assembly.MainModule, exercise))]);
        var complete = candidates.TakeWhile(c => c.Problems.Count == 0).Select(c => c.Type.FullName).ToList();
        return complete.Count switch
        {
            0 => new EntryPointsMissing(candidates[0].Problems.ToEquatableArray()),
            1 => new EntryPointsFound(complete[0]),
            _ => new EntryPointsMissing([SeveralClasses(exercise, complete)]),
        };
    }

    private static List<LocalizedText> Problems(TypeDefinition type, Exercise exercise)
    {
        if (type.HasGenericParameters)
            return [($"The class {exercise.ClassName} has type parameters, so the grader can't call into it. Remove them.", $"类 {exercise.ClassName} 带有类型参数，评分程序无法调用它。请去掉类型参数。")];
        return [.. exercise.Entries.Select(e => Problem(type, e)).OfType<LocalizedText>()];
    }

    private static LocalizedText? Problem(TypeDefinition type, EntrySignature entry)
    {
        var named = type.Methods.Where(m => m.Name == entry.Name).ToList();
        if (named.Count == 0)
            return ($"{type.Name} has no method {entry.Name}. Declare {Head(entry)}.", $"{type.Name} 里没有方法 {entry.Name}。请声明 {Head(entry)}。");
        if (named.FirstOrDefault(m => Fits(m, entry)) is not { } method)
            return ($"{type.Name} has {string.Join(" and ", named.Select(MetadataNotation.Head))}, where {Head(entry)} is expected. Change it to that.", $"{type.Name} 里有 {string.Join(" 和 ", named.Select(MetadataNotation.Head))}，而需要的是 {Head(entry)}。请改成后者。");
        if (!method.IsStatic)
            return ($"{type.Name}.{entry.Name} is not static, so it can't be called without an object. Declare {Head(entry)}.", $"{type.Name}.{entry.Name} 不是静态方法，没有对象就无法调用。请声明 {Head(entry)}。");
        if (!method.IsPublic && !method.IsAssembly && !method.IsFamilyOrAssembly)
            return ($"{type.Name}.{entry.Name} is not accessible from outside the class. Declare {Head(entry)}.", $"在类的外面访问不到 {type.Name}.{entry.Name}。请声明 {Head(entry)}。");
        return null;
    }

    private static bool Fits(MethodDefinition method, EntrySignature entry) =>
        !method.HasGenericParameters
        && MetadataNotation.Of(method.ReturnType) == entry.ReturnType
        && method.Parameters.Select(p => MetadataNotation.Of(p.ParameterType)).SequenceEqual(entry.ParameterTypes);

    // Nested classes and misspellings are the usual reasons.
    private static LocalizedText Elsewhere(ModuleDefinition module, Exercise exercise)
    {
        var near = module.GetTypes().FirstOrDefault(t => t.IsNested
            ? NameOf(t) == exercise.ClassName
            : t.Name.Equals(exercise.ClassName, StringComparison.OrdinalIgnoreCase));
        return near switch
        {
            null => LocalizedText.Empty,
            { IsNested: true } => ($"; {near.DeclaringType.Name} holds one, where it must stand by itself", $"；{near.DeclaringType.Name} 里面有一个，但它必须单独写在外面"),
            _ => ($"; {near.Name} is there: upper and lower case count", $"；有一个 {near.Name}，但名称区分大小写"),
        };
    }

    private static string NameOf(TypeDefinition type) => type.Name.Split('`')[0];

    private static LocalizedText NoClass(Exercise exercise, LocalizedText elsewhere) => (
        $"There is no class {exercise.ClassName}{elsewhere.En}. Declare it with {Heads(exercise, " and ")}.",
        $"没有类 {exercise.ClassName}{elsewhere.Zh}。请声明这个类，并在其中声明 {Heads(exercise, " 和 ")}。");

    private static LocalizedText SeveralClasses(Exercise exercise, IReadOnlyList<string> complete) => (
        $"There are several classes {exercise.ClassName} with {Heads(exercise, " and ")}: {string.Join(", ", complete)}. Keep one of them.",
        $"有好几个类 {exercise.ClassName} 都声明了 {Heads(exercise, " 和 ")}：{string.Join("，", complete)}。请只留下一个。");

    private static string Heads(Exercise exercise, string and) => string.Join(and, exercise.Entries.Select(Head));

    private static string Head(EntrySignature entry) =>
        $"public static {(entry.Text.StartsWith(entry.Name, StringComparison.Ordinal) ? "void " : "")}{entry.Text}";
}
