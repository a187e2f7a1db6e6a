using System.CommandLine;
using System.Globalization;
using ExerciseKit.Classes.Layouts;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Options;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Reading;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;
using ExerciseKit.Similarity;

namespace ExerciseKit.Cli.Classes;

/// <summary><c>kit similar FOLDER --out DIR</c></summary>
internal sealed class SimilarCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> folder = new("FOLDER") { Description = "The folder of all hand-ins, as for `kit grade-all`." };
    private readonly Option<string> outFolder = new("--out") { Description = "The folder for the pages; one that is there is added to.", HelpName = "DIR", Required = true };
    private readonly Option<string[]> exercises = new("--exercise") { Description = "An exercise to look at; may be given several times. Default: all.", HelpName = "ID" };
    private readonly Option<int> top = new("--top") { Description = "How many pairs are shown.", HelpName = "N", DefaultValueFactory = _ => 30 };
    private readonly Option<string?> export = new("--export") { Description = "A folder for the same works as JPlag and Dolos read them.", HelpName = "DIR" };

    public SimilarCommand(Kit kit)
        : base("similar", "Shows the hand-ins of a class that are most alike, side by side: places to look, never a verdict.", "kit similar submissions --out similar", "kit similar submissions --out similar --exercise 07 --export for-jplag")
    {
        this.kit = kit;
        Add(folder);
        Add(outFolder);
        Add(exercises);
        Add(top);
        Add(export);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var catalog = kit.Catalog(parsed);
        var chosen = catalog.Choose(parsed.GetValue(exercises) ?? []);
        var works = new List<Work>();
        foreach (var handIn in DownloadFolder.Read(parsed.GetRequiredValue(folder)).HandIns.Where(h => h.Problem is null))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var reading = HandInReading.Of(new GradeRequest(handIn.Path, []) { Files = handIn.Files }, catalog);
                works.AddRange(reading.Sources.Where(s => chosen.Count == 0 || chosen.Contains(s.Exercise)).GroupBy(s => s.Exercise).Select(g =>
                    new Work(string.Join(", ", handIn.Students.Select(s => s.Name == s.Id ? s.Id : $"{s.Name} ({s.Id})")), g.Key, [.. g.Select(s => (s.Name, s.Text))])));
            }
            catch (BadInputException e)
            {
                kit.Terminal.Complain($"{handIn.Place} was left out: {e.Message}");
            }
        }

        var pairs = PairSearch.Find(works, catalog).Take(Math.Max(0, parsed.GetValue(top))).ToList();
        foreach (var (name, html) in SimilarityPages.Of(pairs, works.Count))
            SafeFile.Write(Path.Combine(Path.GetFullPath(parsed.GetRequiredValue(outFolder)), name), html);
        if (parsed.GetValue(export) is { } into)
        {
            foreach (var (path, text) in SimilarityExport.Of(works, catalog))
                SafeFile.Write(Path.Combine(Path.GetFullPath(into), path), text);
        }

        foreach (var pair in pairs.Take(10))
            Tell(string.Create(CultureInfo.InvariantCulture, $"{pair.Likeness * 100,3:0} %  {pair.One.Exercise}  {pair.One.Student} and {pair.Other.Student}"));
        Tell($"{Counted.Of(works.Count, "work")} compared. See {Path.Combine(parsed.GetRequiredValue(outFolder), "index.html")}: places to look, never a verdict.");
        return Task.FromResult(ExitCode.Passed);
    }

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));
}
