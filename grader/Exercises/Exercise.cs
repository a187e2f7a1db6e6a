using ExerciseKit.Contract;

namespace ExerciseKit.Exercises;

/// <summary>An exercise, as its <c>exercise.json</c> describes it.</summary>
/// <param name="Id">The name of its folder, such as <c>07-ticket-sale</c>.</param>
/// <param name="Folder">The kit's own copy of it, as a full path.</param>
/// <param name="Title">What it is called.</param>
/// <param name="ClassName">The simple name of the class that holds the entries, in whatever namespace.</param>
/// <param name="Entries">The methods that the grader calls; at least one.</param>
/// <param name="Files">The student's files, relative to the folder, with forward slashes; at least one. From a hand-in, source files of the student's own are taken besides.</param>
/// <param name="Given">The files that come with the exercise and are compiled with the student's, <c>Program.cs</c> among them.</param>
/// <param name="Hints">Three steps, from a question to nearly the answer.</param>
/// <param name="Allow">What the exercise allows beyond the usual; the policy knows the words.</param>
/// <param name="Limits">Where it departs from the usual limits.</param>
public sealed record Exercise(
    string Id,
    string Folder,
    LocalizedText Title,
    string ClassName,
    EquatableArray<EntrySignature> Entries,
    EquatableArray<string> Files,
    EquatableArray<string> Given,
    EquatableArray<LocalizedText> Hints,
    EquatableArray<string> Allow,
    ExerciseLimits Limits)
{
    /// <summary>How many hints each exercise has.</summary>
    public const int HintCount = 3;

    /// <summary>How many notes an exercise has that has any.</summary>
    public const int NoteCount = 3;

    /// <summary>What was learnt, shown to who has solved it; none where the course says nothing of it.</summary>
    public EquatableArray<LocalizedText> Notes { get; init; }

    /// <summary>The games that it offers; null for none.</summary>
    public ExerciseGames? Games { get; init; }

    /// <summary>The demonstration that <c>dotnet run</c> starts; the grader starts the entries itself and leaves it out.</summary>
    public const string ProgramFile = "Program.cs";

    /// <summary>Folders in an exercise's or a solution's that hold no part of its program: its checks, and answers beside it.</summary>
    public static EquatableArray<string> FoldersBesideTheProgram { get; } = ["checks", "mutants", "right"];

    /// <summary>The project that <c>dotnet run</c> and the grader build from.</summary>
    public string ProjectFile => Path.Combine(Folder, Id + ".csproj");
}
