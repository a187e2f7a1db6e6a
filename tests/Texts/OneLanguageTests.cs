using ExerciseKit.Contract;
using ExerciseKit.Tests.Architecture;
using Mono.Cecil;

namespace ExerciseKit.Tests.Texts;

/// <summary>A text for people may be given in one language, for whoever speaks but one; the kit and its course never do so.</summary>
public sealed class OneLanguageTests
{
    private static IEnumerable<string> Projects => ProjectFiles.GraderProjects;

    [TestCaseSource(nameof(Projects))]
    public void No_text_of_the_kit_or_its_course_is_in_one_language_only(string project)
    {
        using var module = Assemblies.Read(project);

        Assert.That(module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody && m.Body.Instructions.Any(i => IsOfOneLanguage(i.Operand))).Select(m => m.FullName), Is.Empty);
    }

    /// <summary>That would write both languages into one string, and the compiler lets it pass.</summary>
    [TestCaseSource(nameof(Projects))]
    public void No_text_is_written_into_a_string_but_by_its_language(string project)
    {
        using var module = Assemblies.Read(project);

        Assert.That(module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody && m.Body.Instructions.Any(i => WritesBoth(i.Operand))).Select(m => m.FullName), Is.Empty);
    }

    [Test]
    public void A_plain_string_is_a_text_in_both_languages()
    {
        LocalizedText text = "main";

        Assert.That(text, Is.EqualTo(new LocalizedText("main", "main")));
        using var module = ModuleDefinition.ReadModule(typeof(OneLanguageTests).Assembly.Location);
        Assert.That(module.GetType(typeof(OneLanguageTests).FullName).Methods.Count(m => m.HasBody && m.Body.Instructions.Any(i => IsOfOneLanguage(i.Operand))), Is.EqualTo(1), "The walk sees what it looks for.");
    }

    private static bool IsOfOneLanguage(object? operand) =>
        operand is MethodReference { Name: "op_Implicit", DeclaringType.Name: nameof(LocalizedText), Parameters: [{ ParameterType.FullName: "System.String" }] };

    private static bool WritesBoth(object? operand) =>
        operand is GenericInstanceMethod { Name: "AppendFormatted", GenericArguments: [{ Name: nameof(LocalizedText) }] };
}
