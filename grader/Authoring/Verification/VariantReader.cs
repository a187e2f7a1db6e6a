using ExerciseKit.Contract;
using ExerciseKit.Exercises;

namespace ExerciseKit.Authoring.Verification;

/// <summary>Collects an exercise's known hand-ins: stub, empty answer, solution, other right answers and mutants.</summary>
/// <param name="root">The kit's root, which holds <c>exercises/</c> and <c>solutions/</c>.</param>
/// <param name="exercise">The exercise.</param>
internal sealed class VariantReader(string root, Exercise exercise)
{
    private readonly string solution = Path.Combine(root, "solutions", exercise.Id);
    private readonly List<Variant> variants = [];
    private readonly List<string> faults = [];

    /// <summary>The hand-ins, and what is wrong with those that could not be read.</summary>
    public (IReadOnlyList<Variant> Variants, IReadOnlyList<string> Faults) Read()
    {
        if (exercise.Files.Any(f => !File.Exists(Path.Combine(exercise.Folder, f))))
            return ([], []);
        var stub = FilesIn(exercise.Folder);
        variants.Add(new Stub(exercise.Id, stub));
        var main = stub.First(f => f.Name == MainFile);
        variants.Add(new EmptyAnswer(exercise.Id, Replacing(stub, EmptyAnswerSource.Write(exercise, main.Text))));

        var missing = exercise.Files.Where(f => !File.Exists(Path.Combine(solution, f))).ToList();
        if (missing.Count > 0)
        {
            faults.Add($"{solution} lacks {string.Join(", ", missing)}: every exercise needs a solution of the same file name.");
            return (variants, faults);
        }

        var solved = FilesIn(solution);
        variants.Add(new RightAnswer(exercise.Id, "solution", solved));
        foreach (var (name, text) in SourcesIn("right"))
            variants.Add(new RightAnswer(exercise.Id, name, Replacing(solved, text)));
        var mutants = SourcesIn("mutants").ToList();
        if (mutants.Count == 0)
            faults.Add($"{Path.Combine(solution, "mutants")} holds no .cs file: every exercise needs wrong answers.");
        foreach (var (name, text) in mutants)
            AddMutant(name, text, solved);
        return (variants, faults);
    }

    // The file that right/ and mutants/ stand in for; an exercise's other files come from its solution.
    private string MainFile => exercise.Files.Contains(exercise.ClassName + ".cs") ? exercise.ClassName + ".cs" : exercise.Files[0];

    private void AddMutant(string name, string text, EquatableArray<AnswerFile> solved)
    {
        try
        {
            var expectation = Expectation.Parse(text.ReplaceLineEndings("\n").Split('\n')[0]);
            variants.Add(new WrongAnswer(exercise.Id, name, Replacing(solved, text), expectation));
        }
        catch (FormatException e)
        {
            faults.Add($"{name}: {e.Message}");
        }
    }

    private EquatableArray<AnswerFile> FilesIn(string folder) =>
        exercise.Files.Select(name => new AnswerFile(name, File.ReadAllText(Path.Combine(folder, name)))).ToEquatableArray();

    private EquatableArray<AnswerFile> Replacing(EquatableArray<AnswerFile> files, string text) =>
        files.Select(f => f.Name == MainFile ? f with { Text = text } : f).ToEquatableArray();

    private IEnumerable<(string Name, string Text)> SourcesIn(string kind)
    {
        var folder = Path.Combine(solution, kind);
        if (!Directory.Exists(folder))
            return [];
        return Directory.GetFiles(folder, "*.cs")
            .Order(StringComparer.Ordinal)
            .Select(file => ($"{kind}/{Path.GetFileName(file)}", File.ReadAllText(file)));
    }
}
