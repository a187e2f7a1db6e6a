using System.Text;
using ExerciseKit.Authoring.Verification;
using ExerciseKit.Exercises;
using ExerciseKit.Tests.Grading.Submissions;

namespace ExerciseKit.Tests.Classes;

/// <summary>A class's hand-ins, in the layouts of five systems side by side, made of answers whose outcome is known.</summary>
internal sealed class ClassSketch : IDisposable
{
    private static readonly ExerciseCatalog Course = ExerciseCatalog.Load(Repository.Root);

    private readonly TemporaryFolder folder = new();
    private readonly StringBuilder gradescope = new("---\n");

    public string Path => System.IO.Path.Combine(folder.Path, "class");

    /// <summary>The answer of each student, by id; null where what was handed in can't be graded.</summary>
    public Dictionary<string, Variant?> Answers { get; } = [];

    /// <summary>So many of the answers of all exercises, in an order that mixes them, every tenth broken.</summary>
    public static ClassSketch Of(int count)
    {
        var all = Course.Exercises.SelectMany(e => new VariantReader(Repository.Root, e).Read().Variants).Where(v => v is RightAnswer or WrongAnswer).ToList();
        var sketch = new ClassSketch();
        for (var i = 0; i < count; i++)
            sketch.Add(i, i % 10 == 9 ? null : all[i * 37 % all.Count]);
        sketch.folder.Write("class/submission_metadata.yml", sketch.gradescope.ToString());
        return sketch;
    }

    public void Dispose() => folder.Dispose();

    private void Add(int number, Variant? answer)
    {
        var zip = Zip(number, answer);
        switch (number % 5)
        {
            case 0:
                Note($"{number}", answer);
                Put($"Student {number}_{number}_assignsubmission_file_/hand-in.zip", zip);
                break;
            case 1:
                Note($"{number}", answer);
                Put($"student{number}_{(number % 2 == 0 ? "LATE_" : "")}{number}_{5000 + number}_hand-in-1.zip", zip);
                break;
            case 2:
                Note($"s{number}", answer);
                gradescope.Append($"submission_{number}:\n  :submitters:\n  - :name: Student {number}\n    :sid: s{number}\n  :created_at: 2026-11-20 17:31:{number % 60:00}.632456000 Z\n");
                PutFiles($"submission_{number}", answer);
                break;
            case 3:
                Note($"user{number}", answer);
                Put($"cs101-week3-user{number}/.git/HEAD", "ref: refs/heads/main"u8.ToArray());
                PutFiles($"cs101-week3-user{number}", answer);
                break;
            default:
                Note($"plain{number}", answer);
                Put($"plain{number}.zip", zip);
                break;
        }
    }

    private void Note(string student, Variant? answer) => Answers[student] = answer;

    private void PutFiles(string place, Variant? answer)
    {
        if (answer is null)
            Put($"{place}/notes.txt", "I did not get to it."u8.ToArray());
        foreach (var file in answer?.Files ?? [])
            Put($"{place}/exercises/{answer!.ExerciseId}/{file.Name}", Encoding.UTF8.GetBytes(file.Text));
    }

    // With a folder round it, a Mac's leavings, and backslashes, in turn; the broken ones are cut short, encrypted or empty.
    private static byte[] Zip(int number, Variant? answer)
    {
        var zip = new ZipSketch();
        var separator = number % 3 == 0 ? '\\' : '/';
        foreach (var file in answer?.Files ?? [])
            zip.Add($"wrapped{separator}{answer!.ExerciseId}{separator}{file.Name}", file.Text);
        if (answer is not null && number % 4 == 0)
            zip.Add("__MACOSX/wrapped/._x.cs", "Mac").Add("wrapped/.DS_Store", "Mac");
        return answer is not null ? zip.ToBytes() : number % 20 == 9 ? zip.Add("a.cs", "class A;").ToBytes()[..40] : zip.Add("Spawn.cs", "class A;").ToBytesMarkedEncrypted();
    }

    private void Put(string name, byte[] bytes) => folder.Write("class/" + name, bytes);
}
