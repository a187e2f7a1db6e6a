namespace ExerciseKit.Tests.Exploration.Oracle;

/// <summary>How much was compared.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> wrongs = new(StringComparer.Ordinal);

    public int Programs { get; set; }

    public int TooLarge { get; set; }

    public int Covered { get; set; }

    public int Broken { get; set; }

    public int Reached { get; set; }

    public long PlainStates { get; set; }

    public long States { get; set; }

    public long RealRuns { get; set; }

    public long Ends { get; set; }

    public void Count(string wrong) => wrongs[wrong] = wrongs.GetValueOrDefault(wrong) + 1;

    public override string ToString() =>
        $"{Programs} programs compared, {TooLarge} too large; {PlainStates} states of the model, {States} of the search, {RealRuns} real runs, {Ends} ends; "
        + $"{Covered} covered ({Reached} claims reached), {Broken} broken ({string.Join(", ", wrongs.Select(w => $"{w.Value} {w.Key}"))})";
}
