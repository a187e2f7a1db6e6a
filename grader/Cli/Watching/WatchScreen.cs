using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
using ExerciseKit.Exercises;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Cli.Watching;

/// <summary>Shows a watch session on the terminal: a whole screen where that can be redrawn, else what is new, line below line.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="window">Its size in columns and lines, whenever it is asked.</param>
/// <param name="language">The language.</param>
/// <param name="sourceLine">Gives a line of the student's code.</param>
internal sealed class WatchScreen(Terminal terminal, Func<(int Columns, int Lines)> window, Language language, Func<Exercise, CallSite, string?> sourceLine) : IWatchScreen, IDisposable
{
    private const string Escape = "\e[";

    /// <summary>What nobody may see: a screen of its own, without a cursor, and without line breaks by the terminal.</summary>
    private const string Begin = $"{Escape}?1049h{Escape}?25l{Escape}?7l";
    private const string Finish = $"{Escape}?7h{Escape}?25h{Escape}?1049l";

    private readonly bool isDrawn = terminal.Output.Profile.Capabilities.Ansi;
    private readonly bool hasColours = terminal.Output.Profile.Capabilities.ColorSystem != Spectre.Console.ColorSystem.NoColors;
    private readonly bool hasUnicode = terminal.Output.Profile.Capabilities.Unicode;
    private string last = "";
    private bool hasBegun;

    public int PageLines => Math.Max(1, window().Lines - 6);

    public void Show(WatchState state)
    {
        var (columns, lines) = window();
        var page = new WatchPage(language, Math.Max(1, columns), hasUnicode, site => sourceLine(state.Exercise, site));
        if (isDrawn)
            Draw(Fit(page, state, Math.Max(1, lines)));
        // Every step of a grading would be a line.
        else if (state.Step is null || state.View != WatchView.Checks)
            Append(page, state);
    }

    public void Dispose()
    {
        if (hasBegun)
            Write(Finish);
        hasBegun = false;
    }

    /// <summary>So much of a page as fits: of few lines the keys go first, then the head.</summary>
    internal static IReadOnlyList<ScreenLine> Fit(WatchPage page, WatchState state, int lines)
    {
        var head = page.Head(state);
        var body = page.Body(state);
        var foot = page.Foot(state);
        if (foot.Count > lines / 3)
            foot = [.. foot.Take(lines / 3)];
        if (head.Count > lines / 2)
            head = [.. head.Take(lines / 2)];
        // An empty line on either side of the body, where it has room for a few lines of its own.
        var gaps = Math.Clamp(lines - head.Count - foot.Count - 3, 0, 2);
        var room = lines - head.Count - foot.Count - gaps;
        var from = state.View switch
        {
            WatchView.List => Math.Clamp(state.Chosen - (room / 2), 0, Math.Max(0, body.Count - room)),
            // The end is what comes now.
            WatchView.Run => Math.Max(0, body.Count - room - state.Scroll),
            _ => Math.Min(state.Scroll, Math.Max(0, body.Count - room)),
        };
        var shown = body.Skip(from).Take(room).ToList();
        var isMore = from + shown.Count < body.Count;
        if (isMore && shown.Count > 1)
            shown[^1] = new ScreenLine("…", LineStyle.Quiet);
        var empty = new ScreenLine("");
        return [.. head, .. Enumerable.Repeat(empty, Math.Min(gaps, 1)), .. shown, .. Enumerable.Repeat(empty, room - shown.Count + Math.Max(0, gaps - 1)), .. foot];
    }

    private void Draw(IReadOnlyList<ScreenLine> lines)
    {
        Write((hasBegun ? "" : Begin) + Frame(lines.Select(Coloured)));
        hasBegun = true;
    }

    /// <summary>What puts lines on the screen, in place of those that stand there. It is not cleared as a whole: that would flicker.</summary>
    internal static string Frame(IEnumerable<string> lines)
    {
        // What stands there goes before a line's text, not after it: behind a line that fills the window the cursor stands on its last character.
        var all = lines.ToList();
        return $"{Escape}H" + string.Join("\r\n", all.Select((line, i) => $"{Escape}{(i == all.Count - 1 ? 'J' : 'K')}{line}"));
    }

    private void Append(WatchPage page, WatchState state)
    {
        var text = string.Join("\r\n", page.Head(state).Concat(page.Body(state)).Concat(page.Foot(state)).Select(line => line.Text));
        if (text == last)
            return;
        last = text;
        Write($"\r\n{text}\r\n");
    }

    private string Coloured(ScreenLine line)
    {
        var code = line.Style switch
        {
            LineStyle.Title => "1",
            LineStyle.Good => "32",
            LineStyle.Bad => "31",
            LineStyle.Warning => "33",
            LineStyle.Quiet => "90",
            _ => "",
        };
        return code.Length == 0 || !hasColours ? line.Text : $"{Escape}{code}m{line.Text}{Escape}0m";
    }

    private void Write(string text)
    {
        terminal.Raw.Write(text);
        terminal.Raw.Flush();
    }
}
