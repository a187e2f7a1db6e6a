using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Session.Progress;

/// <summary>Which exercises a student has solved: a small text file in the folder.</summary>
/// <remarks>Several kits may use it at once: each reads it again before it writes, alone, and replaces it in one step.</remarks>
/// <param name="folder">The student's folder.</param>
/// <param name="complain">Told what is wrong with the file; each thing once.</param>
public sealed class ProgressBook(StudentFolder folder, Action<LocalizedText> complain)
{
    /// <summary>A guard against another kit that is stopped in the middle: writing takes milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> told = [];

    /// <summary>The file.</summary>
    public string Path => System.IO.Path.Combine(folder.KitFolder, "progress");

    /// <summary>What was solved.</summary>
    public IReadOnlyList<ProgressEntry> Entries()
    {
        if (Read() is not { } text)
            return [];
        if (text.Version > ProgressText.OwnVersion)
            Tell(ProgressTexts.Newer(Path));
        return text.Entries;
    }

    /// <summary>Notes how a grading came out.</summary>
    /// <param name="entry">What was graded.</param>
    /// <param name="isSolved">Whether it got full marks; where not, it is forgotten that these very files ever did.</param>
    public void Note(ProgressEntry entry, bool isSolved)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Change(entries => isSolved
            ? [.. entries.Where(e => e.Exercise != entry.Exercise), entry]
            : [.. entries.Where(e => e.Exercise != entry.Exercise || e.Hash != entry.Hash)]);
    }

    /// <summary>Forgets that an exercise was solved.</summary>
    public void Forget(string exercise) => Change(entries => [.. entries.Where(e => e.Exercise != exercise)]);

    private void Change(Func<IReadOnlyList<ProgressEntry>, IReadOnlyList<ProgressEntry>> change)
    {
        try
        {
            // Most gradings change nothing, and then nothing is written.
            if (Read() is not { } seen || change(seen.Entries) is var wanted && wanted.SequenceEqual(seen.Entries))
                return;
            using var alone = TakeTurn();
            if (alone is null)
            {
                Tell(ProgressTexts.Busy(Path));
                return;
            }

            if (Read() is not { } text)
                return;
            if (text.Version > ProgressText.OwnVersion)
                Tell(ProgressTexts.Newer(Path));
            else
                SafeFile.Write(Path, (text with { Entries = change(text.Entries) }).Write());
        }
        catch (BadInputException e)
        {
            Tell(e.Text ?? new LocalizedText(e.Message, e.Message));
        }
    }

    // Null where it can't be read: then nothing may be written over it either.
    private ProgressText? Read()
    {
        try
        {
            return File.Exists(Path) ? ProgressText.Parse(Strict.GetString(File.ReadAllBytes(Path))) : ProgressText.Empty;
        }
        catch (DecoderFallbackException)
        {
            return MoveAside();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell(ProgressTexts.Unreadable(Path, e.Message));
            return null;
        }
    }

    private ProgressText? MoveAside()
    {
        try
        {
            var aside = NumberedName.Free(Path + ".damaged");
            File.Move(Path, aside);
            Tell(ProgressTexts.Damaged(Path, aside));
            return ProgressText.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell(ProgressTexts.Unreadable(Path, e.Message));
            return null;
        }
    }

    // The file stays: who removed it could leave one that waits for it, and one that makes it anew, both with their turn.
    private FileStream? TakeTurn()
    {
        var file = Path + ".lock";
        for (var waited = TimeSpan.Zero; waited < Patience; waited += LookEvery)
        {
            try
            {
                Directory.CreateDirectory(folder.KitFolder);
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (UnauthorizedAccessException e)
            {
                throw SafeFile.CannotWrite(Path, e);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another one's turn: it is over within milliseconds.
                Pause();
            }
            catch (IOException e)
            {
                throw SafeFile.CannotWrite(Path, e);
            }
        }

        return null;
    }

    private static void Pause() => Task.Delay(LookEvery).GetAwaiter().GetResult();

    private void Tell(LocalizedText what)
    {
        // Exercises are graded side by side.
        lock (told)
        {
            if (told.Add(what.En))
                complain(what);
        }
    }
}
