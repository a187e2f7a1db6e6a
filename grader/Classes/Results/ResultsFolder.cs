using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Classes.Results;

/// <summary>A folder of results: a folder for each hand-in, which comes whole or not at all. One process at a time has it.</summary>
public sealed class ResultsFolder : IDisposable
{
    private const string HandInsName = "hand-ins";
    private const string ReplacedName = "replaced";
    private const string IdentityName = "results.json";
    private const string RecordName = "hand-in.json";

    private readonly FileStream turn;

    private ResultsFolder(string path, FileStream turn) => (Path, this.turn) = (path, turn);

    /// <summary>A full path.</summary>
    public string Path { get; }

    /// <summary>What the results in it were made by and for; null while there are none.</summary>
    public ResultsIdentity? Identity => ResultFile.Read<ResultsIdentity>(Of(IdentityName), ResultsIdentity.CurrentFormat);

    /// <summary>The records of a folder that nobody needs to have for himself to look at, by key.</summary>
    public IReadOnlyDictionary<string, HandInRecord> Records => !Directory.Exists(Of(HandInsName)) ? new Dictionary<string, HandInRecord>() :
        Directory.GetDirectories(Of(HandInsName))
            .Select(folder => ResultFile.Read<HandInRecord>(System.IO.Path.Combine(folder, RecordName), HandInRecord.CurrentFormat))
            .OfType<HandInRecord>()
            .ToDictionary(r => r.Key);

    /// <summary>Takes a folder for oneself, and makes it where it is not there.</summary>
    /// <exception cref="BadInputException">Another process has it, it is somebody's own folder, or it can't be written to.</exception>
    public static ResultsFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(full) && !File.Exists(System.IO.Path.Combine(full, IdentityName)) && Directory.EnumerateFileSystemEntries(full).Any(e => System.IO.Path.GetFileName(e) is not ("lock" or HandInsName or IdentityName + ResultFile.Unfinished)))
                throw new BadInputException($"{path} holds other things than results, and nothing was written there. Name an empty or a new folder with --out.");
            Directory.CreateDirectory(System.IO.Path.Combine(full, HandInsName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultFile.CannotWrite(full, e);
        }

        var folder = new ResultsFolder(full, TakeTurn(path, System.IO.Path.Combine(full, "lock")));
        folder.TidyUp();
        return folder;
    }

    /// <summary>Says what the results are made by and for.</summary>
    /// <exception cref="BadInputException">Those that are there were made by or for something else.</exception>
    public void Claim(ResultsIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (Identity is { } before)
            ThrowIfOther(before, identity);
        Replace(identity);
    }

    /// <summary>Says the same, whatever the results that are there were made by.</summary>
    internal void Replace(ResultsIdentity identity) => ResultFile.Replace(Of(IdentityName), ResultFile.TextOf(identity));

    /// <summary>Keeps a hand-in's record and result. What stood there before is kept beside.</summary>
    public void Put(HandInRecord record, GradeResult? result, string page)
    {
        ArgumentNullException.ThrowIfNull(record);
        var place = FolderOf(record.Key);
        var unfinished = place + ResultFile.Unfinished;
        try
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            Directory.CreateDirectory(unfinished);
            if (result is not null)
                ResultFile.Write(System.IO.Path.Combine(unfinished, "result.json"), ResultJson.Write(result));
            ResultFile.Write(System.IO.Path.Combine(unfinished, "index.html"), page);
            // The last: where it is, all is.
            ResultFile.Write(System.IO.Path.Combine(unfinished, RecordName), ResultFile.TextOf(record));
            MoveIn(unfinished, place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultFile.CannotWrite(place, e);
        }
    }

    /// <summary>Writes a file at the top of the folder, in one step.</summary>
    public void Write(string name, string text) => ResultFile.Replace(Of(name), text);

    /// <summary>Writes a file beside a hand-in's result, in one step.</summary>
    public void WriteBeside(string key, string name, string text) => ResultFile.Replace(System.IO.Path.Combine(FolderOf(key), name), text);

    /// <summary>A hand-in's whole result; null where there is none.</summary>
    public GradeResult? ResultOf(string key) =>
        ResultFile.Read<GradeResult>(System.IO.Path.Combine(FolderOf(key), "result.json"), GradeResult.CurrentFormat);

    public void Dispose() => turn.Dispose();

    private string Of(string name) => System.IO.Path.Combine(Path, name);

    private string FolderOf(string key) => System.IO.Path.Combine(Of(HandInsName), key);

    private void MoveIn(string whole, string place)
    {
        if (Directory.Exists(place))
        {
            var replaced = Directory.CreateDirectory(Of(ReplacedName)).FullName;
            var name = System.IO.Path.GetFileName(place);
            Directory.Move(place, Enumerable.Range(1, int.MaxValue).Select(n => System.IO.Path.Combine(replaced, $"{name}.{n}")).First(p => !Directory.Exists(p)));
        }

        Directory.Move(whole, place);
    }

    // Whoever was killed left what he was writing: whole, but not moved in yet, or not whole.
    private void TidyUp()
    {
        foreach (var unfinished in Directory.GetDirectories(Of(HandInsName), "*" + ResultFile.Unfinished))
        {
            var place = unfinished[..^ResultFile.Unfinished.Length];
            if (IsWhole(unfinished))
                MoveIn(unfinished, place);
            else
                Directory.Delete(unfinished, recursive: true);
        }
    }

    private static bool IsWhole(string folder)
    {
        try
        {
            return ResultFile.Read<HandInRecord>(System.IO.Path.Combine(folder, RecordName), HandInRecord.CurrentFormat) is not null;
        }
        catch (BadInputException)
        {
            return false;
        }
    }

    private void ThrowIfOther(ResultsIdentity before, ResultsIdentity now)
    {
        if (before.Course != now.Course || before.CourseExercises != now.CourseExercises)
            throw new BadInputException($"{Path} holds results of another course: {CourseOf(before)}, where this is {CourseOf(now)}. Nothing was changed there; name another folder with --out.");
        if (before.Exercises != now.Exercises)
            throw new BadInputException($"{Path} holds results of other exercises: {ExercisesOf(before)}, where now {ExercisesOf(now)} are to be graded. Nothing was changed there; name another folder with --out.");
        if (before.Seed != now.Seed || before.RequireProof != now.RequireProof)
            throw new BadInputException($"{Path} holds results of another way of grading: --seed {before.Seed}{(before.RequireProof ? " --require-proof" : "")}. Nothing was changed there; grade in the same way, or name another folder with --out.");
        if (before.Kit != now.Kit)
            throw new BadInputException($"{Path} holds results of another kit ({before.KitVersion}, {before.Kit[..8]}), where this one is {now.KitVersion}, {now.Kit[..8]}: marks of both would not be comparable. Use `kit regrade` to see what changes, or name another folder with --out.");
    }

    private static string CourseOf(ResultsIdentity identity) =>
        $"{(identity.Course is { } name ? $"\"{name}\", " : "")}{identity.CourseExercises.Count} exercises from {(identity.CourseExercises.Count > 0 ? identity.CourseExercises[0] : "none")} on";

    private static string ExercisesOf(ResultsIdentity identity) =>
        identity.Exercises.Count > 0 ? string.Join(", ", identity.Exercises) : "all that each hand-in holds";

    private static FileStream TakeTurn(string path, string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new BadInputException($"Another kit is writing to {path} just now. Wait for its end, or name another folder with --out.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultFile.CannotWrite(file, e);
        }
    }
}
