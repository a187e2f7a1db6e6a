using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Observers;
using ExerciseKit.Grading.Packing;
using ExerciseKit.Session.Folders;
using ExerciseKit.Tests.Architecture;
using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Texts;

/// <summary>Walks every text that the kit's assemblies make, by what makes them.</summary>
public sealed class LocalizedTextTests
{
    private static readonly BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Known =
    [
        typeof(string), typeof(int), typeof(bool), typeof(Exercise), typeof(StudentFolder), typeof(FolderChange), typeof(Between), typeof(HandInManifest), typeof(PackedExercise), typeof(Exception),
    ];

    /// <summary>What a text is made of; alone it is a name, and in no language.</summary>
    private const string AnyName = "X.cs";

    private static IEnumerable<TestCaseData> Makers =>
        ProjectFiles.GraderProjects
            .SelectMany(project => TypesOf(Assembly.LoadFrom(Path.Combine(TestContext.CurrentContext.TestDirectory, project == "Cli" ? "kit.dll" : $"ExerciseKit.{project}.dll"))))
            .SelectMany(type => type.GetMethods(Static))
            // What one type makes for itself it may take from elsewhere, in whatever language that is.
            .Where(method => !method.IsPrivate && Texts(method.ReturnType) && !method.Name.Contains('<', StringComparison.Ordinal) && (!method.IsSpecialName || method.Name.StartsWith("get_", StringComparison.Ordinal)))
            // What is made of a result, a state or another text is walked where such are: in golden hand-ins.
            .Where(method => method.DeclaringType!.Assembly != typeof(LocalizedText).Assembly && method.DeclaringType != typeof(ProcessPlace) && method.GetParameters().All(p => IsKnown(p.ParameterType)))
            .Select(method => new TestCaseData(method).SetArgDisplayNames($"{method.DeclaringType!.Name}.{method.Name}"));

    [TestCaseSource(nameof(Makers))]
    public void A_text_is_there_in_both_languages(MethodInfo maker)
    {
        foreach (var arguments in Arguments(maker.GetParameters()))
        {
            foreach (var text in Made(maker.Invoke(null, arguments)).Where(t => t.En.Length > 0 && t.En != AnyName))
            {
                Assert.That(text.Zh, Does.Match("[一-鿿]"), text.En);
                Assert.That(text.En, Does.Not.Match("[一-鿿]"), "English holds no Chinese.");
            }
        }
    }

    [Test]
    public void The_walk_finds_texts_of_several_assemblies() =>
        Assert.That(Makers.Select(m => ((MethodInfo)m.Arguments[0]!).DeclaringType!.Assembly).Distinct().Count(), Is.GreaterThanOrEqualTo(2));

    [Test]
    public void Each_exercise_has_its_title_and_hints_in_both_languages()
    {
        foreach (var text in CourseFolder.Whole.Exercises.SelectMany(e => e.Hints.Concat(e.Notes).Append(e.Title)))
        {
            // One that is code alone has at least Chinese marks between its parts.
            Assert.That(text.Zh, Does.Match("[一-鿿；。：]"), text.En);
            Assert.That(text.En, Does.Match("[A-Za-z]").And.Not.Match("[一-鿿；。：]"));
        }
    }

    // Some name types of MSBuild, which is there only while a project is evaluated; those make no text.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    private static bool IsKnown(Type type) => type.IsEnum || Known.Contains(type);

    private static bool Texts(Type type) => type == typeof(LocalizedText) || typeof(IEnumerable<LocalizedText>).IsAssignableFrom(type);

    private static IEnumerable<LocalizedText> Made(object? value) => value switch
    {
        LocalizedText text => [text],
        IEnumerable<LocalizedText> texts => texts,
        _ => [],
    };

    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters) => parameters.Length == 0
        ? [[]]
        : from first in Values(parameters[0]) from rest in Arguments(parameters[1..]) select (object?[])[first, .. rest];

    private static IEnumerable<object?> Values(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(string) && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable)
            return [AnyName, null];
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object?>();
        if (type == typeof(string))
            return [AnyName];
        if (type == typeof(int))
            return [0, 1, 2];
        if (type == typeof(bool))
            return [true, false];
        if (type == typeof(Exercise))
            return [CourseFolder.Whole.Exercises[0]];
        if (type == typeof(StudentFolder))
            return [new StudentFolder(Path.GetTempPath())];
        if (type == typeof(FolderChange))
            return Enum.GetValues<FileFate>().Select(fate => new FolderChange("x", fate));
        if (type == typeof(Between))
        {
            return from kind in Enum.GetValues<BetweenKind>()
                   from second in (int[])[3, 7]
                   from other in (string?[])["P-2", null]
                   select new Between(kind, "P-1", new CallSite("X.cs", 3), new CallSite("X.cs", second), other, other is null ? null : new CallSite("X.cs", 9)) { Does = other is null ? LocalizedText.Empty : LocalizedText.Same("X") };
        }

        if (type == typeof(HandInManifest))
            return [new HandInManifest("1", null, default, [new PackedExercise("01-spawn", OwnVerdict.Solved)], [new PackedFile("X.cs", "0")])];
        if (type == typeof(PackedExercise))
            return Enum.GetValues<OwnVerdict>().Where(verdict => verdict != OwnVerdict.Open).Select(verdict => new PackedExercise("01-spawn", verdict));
        if (type == typeof(Exception))
            return [new IOException("X")];
        throw new NotSupportedException($"Say here what a {type} may be.");
    }
}
