using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Session;
using ExerciseKit.Session.Folders;
using ExerciseKit.Session.Progress;

namespace ExerciseKit.Tests.Session;

/// <summary>A student's folder of the real course, gone after the test.</summary>
internal sealed class CourseFolder : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public CourseFolder(ExerciseCatalog? course = null)
    {
        Course = course ?? Whole;
        Folder = new StudentFolder(temporary.Path);
    }

    public static ExerciseCatalog Whole { get; } = ExerciseCatalog.Load(Repository.Root);

    public ExerciseCatalog Course { get; }

    public StudentFolder Folder { get; }

    public string Root => temporary.Path;

    public List<LocalizedText> Complaints { get; } = [];

    public Workplace Place => new(Course, Folder);

    public ProgressBook Book() => new(Folder, Complaints.Add);

    /// <summary>As <c>kit init</c> and <c>kit update</c> do it.</summary>
    public IReadOnlyList<FolderChange> Write(Language? language = null, ExerciseCatalog? course = null) =>
        new FolderWriting(course ?? Course, TestContext.CurrentContext.TestDirectory).Write(Folder, language);

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Put(string name, string text) => temporary.Write(name, text);

    public void Dispose() => temporary.Dispose();
}
