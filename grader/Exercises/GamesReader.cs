using System.Text.RegularExpressions;
using ExerciseKit.Contract;

namespace ExerciseKit.Exercises;

/// <summary>Reads what <c>exercise.json</c> says of games.</summary>
internal static partial class GamesReader
{
    public static ExerciseGames? Read(JsonFields? json, List<string> faults)
    {
        if (json is null)
            return null;
        var repair = json.OptionalObject("repair");
        var games = new ExerciseGames(json.Text("program"), json.Text("check"), Offers(json.Texts("offers"), faults), repair is null ? null : Repair(repair, faults));
        json.ReportUnknown();
        if (games.Program.Length > 0 && !ProgramName().IsMatch(games.Program))
            faults.Add($"\"games.program\" is \"{games.Program}\", where a file in the exercise's own folder whose name ends in .cs.txt is needed");
        if (games.Offers.Count == 0)
            faults.Add("\"games.offers\" names no game");
        if (games.Offers.Contains(GameKind.Repair) != (games.Repair is not null))
            faults.Add("\"games.repair\" and \"repair\" among \"games.offers\" go together: say both, or neither");
        return games;
    }

    private static RepairTask Repair(JsonFields json, List<string> faults)
    {
        var question = json.Object("question");
        var lines = new List<int>();
        foreach (var text in json.Texts("lines"))
        {
            if (int.TryParse(text, out var line) && line > 0)
                lines.Add(line);
            else
                faults.Add($"\"games.repair.lines\" holds \"{text}\", where the number of a line is needed");
        }

        if (lines.Count < 2)
            faults.Add($"\"games.repair.lines\" names {lines.Count} lines, where at least 2 are needed: one is no choice");
        var close = json.OptionalObject("close");
        var task = new RepairTask(
            new LocalizedText(question.Text("en"), question.Text("zh")),
            json.Text("insert"),
            lines.ToEquatableArray(),
            close?.Text("insert"),
            (int?)close?.OptionalCount("line"));
        foreach (var fields in (JsonFields?[])[json, question, close])
            fields?.ReportUnknown();
        if (close is not null && (task.CloseLine is not { } last || lines.Exists(l => l > last)))
            faults.Add("\"games.repair.close.line\" is missing, or stands before one of \"lines\"");
        return task;
    }

    private static EquatableArray<GameKind> Offers(List<string> names, List<string> faults)
    {
        var kinds = new List<GameKind>();
        foreach (var name in names)
        {
            GameKind? kind = name switch { "break" => GameKind.Break, "predict" => GameKind.Predict, "repair" => GameKind.Repair, _ => null };
            if (kind is { } known)
                kinds.Add(known);
            else
                faults.Add($"\"games.offers\" holds \"{name}\"; known are break, predict, repair");
        }

        return kinds.Distinct().ToEquatableArray();
    }

    [GeneratedRegex(@"^[^./\\:][^/\\:]*\.cs\.txt$")]
    private static partial Regex ProgramName();
}
