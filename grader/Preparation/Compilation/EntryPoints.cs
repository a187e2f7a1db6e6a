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
            return new EntryPointsMissing([$"There is no class {exercise.ClassName}{Elsewhere(assembly.MainModule, exercise)}. Declare it with {Heads(exercise)}."]);
        var complete = candidates.TakeWhile(c => c.Problems.Count == 0).Select(c => c.Type.FullName).ToList();
        return complete.Count switch
        {
            0 => new EntryPointsMissing(candidates[0].Problems.ToEquatableArray()),
            1 => new EntryPointsFound(complete[0]),
            _ => new EntryPointsMissing([$"There are several classes {exercise.ClassName} with {Heads(exercise)}: {string.Join(", ", complete)}. Keep one of them."]),
        };
    }

    private static List<string> Problems(TypeDefinition type, Exercise exercise)
    {
        if (type.HasGenericParameters)
            return [$"The class {exercise.ClassName} has type parameters, so the grader can't call into it. Remove them."];
        return [.. exercise.Entries.Select(e => Problem(type, e)).OfType<string>()];
    }

    private static string? Problem(TypeDefinition type, EntrySignature entry)
    {
        var named = type.Methods.Where(m => m.Name == entry.Name).ToList();
        if (named.Count == 0)
            return $"{type.Name} has no method {entry.Name}. Declare {Head(entry)}.";
        if (named.FirstOrDefault(m => Fits(m, entry)) is not { } method)
            return $"{type.Name} has {string.Join(" and ", named.Select(MetadataNotation.Head))}, where {Head(entry)} is expected. Change it to that.";
        if (!method.IsStatic)
            return $"{type.Name}.{entry.Name} is not static, so it can't be called without an object. Declare {Head(entry)}.";
        if (!method.IsPublic && !method.IsAssembly && !method.IsFamilyOrAssembly)
            return $"{type.Name}.{entry.Name} is not accessible from outside the class. Declare {Head(entry)}.";
        return null;
    }

    private static bool Fits(MethodDefinition method, EntrySignature entry) =>
        !method.HasGenericParameters
        && MetadataNotation.Of(method.ReturnType) == entry.ReturnType
        && method.Parameters.Select(p => MetadataNotation.Of(p.ParameterType)).SequenceEqual(entry.ParameterTypes);

    // Nested classes and misspellings are the usual reasons.
    private static string Elsewhere(ModuleDefinition module, Exercise exercise)
    {
        var near = module.GetTypes().FirstOrDefault(t => t.IsNested
            ? NameOf(t) == exercise.ClassName
            : t.Name.Equals(exercise.ClassName, StringComparison.OrdinalIgnoreCase));
        return near switch
        {
            null => "",
            { IsNested: true } => $"; {near.DeclaringType.Name} holds one, where it must stand by itself",
            _ => $"; {near.Name} is there: upper and lower case count",
        };
    }

    private static string NameOf(TypeDefinition type) => type.Name.Split('`')[0];

    private static string Heads(Exercise exercise) => string.Join(" and ", exercise.Entries.Select(Head));

    private static string Head(EntrySignature entry) =>
        $"public static {(entry.Text.StartsWith(entry.Name, StringComparison.Ordinal) ? "void " : "")}{entry.Text}";
}
