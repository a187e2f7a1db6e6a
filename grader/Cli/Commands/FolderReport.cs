using System.CommandLine;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Commands;

/// <summary>Tells what became of a folder's files.</summary>
internal sealed class FolderReport(Kit kit, ParseResult parsed)
{
    /// <summary>The kit's files that the student has changed.</summary>
    /// <remarks>Not the stubs: to change them is what they are for.</remarks>
    public void WriteKept(IEnumerable<FolderChange> changes)
    {
        foreach (var change in changes.Where(c => c.Fate is FileFate.KeptBesideNewer))
            Write(change);
    }

    public void Write(FolderChange change) =>
        kit.Terminal.Output.Write(new PlainText($"  {kit.Say(FolderTexts.Fate(change), parsed)}\n"));
}
