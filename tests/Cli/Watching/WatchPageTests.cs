using ExerciseKit.Cli.Watching;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Session.Progress;
using ExerciseKit.Session.Watching;
using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Cli.Watching;

public sealed class WatchPageTests
{
    private static WatchState Failing { get; } = Begun() with
    {
        Checks =
        [
            new CheckResult("a", "No ticket is sold twice", CheckStatus.Failed, Verdict.Violation, 0, 4, "Expected: no more than 2 tickets are sold. Found: '{user} bought a ticket' was printed 3 times.")
            {
                Between = new(BetweenKind.Interrupted, "Process-1 (Visit)", new CallSite("TicketSale.cs", 24), new CallSite("TicketSale.cs", 28), "Process-2 (Visit)", new CallSite("TicketSale.cs", 28)) { Does = LocalizedText.Same("File.Move") },
                Timeline = [.. Enumerable.Range(1, 12).Select(n => new TimelineStep(n, $"Process-{1 + (n % 2)} (Visit)", "File.ReadAllText ticket_data.json", "{\"tickets\": 2}", new CallSite("TicketFile.cs", 10 + n), 0))],
            },
            new CheckResult("b", "Looking is not queued up behind buying", CheckStatus.Passed, Verdict.Passed, 2, 2, ""),
            CheckResult.NotYet("c", "Each buyer is a process of its own", 1),
        ],
    };

    private static WatchState Deadlocked { get; } = Begun() with
    {
        Checks =
        [
            new CheckResult("a", "Both transfers end", CheckStatus.Failed, Verdict.Deadlock, 0, 5, "Nobody can go on.")
            {
                Cycle = ["Process-1 (Transfer) waits for lock 2 at Deadlock.cs:21, which Process-2 (Transfer) holds", "Process-2 (Transfer) waits for lock 1 at Deadlock.cs:21, which Process-1 (Transfer) holds"],
            },
        ],
    };

    [Test]
    public async Task The_first_failure_is_shown_with_the_end_of_its_story([Values("en", "zh")] string language) =>
        await Verify(TextOf(Failing, language, 80, 24));

    [Test]
    public async Task A_narrow_window_shows_what_fits() => await Verify(TextOf(Failing, "en", 20, 24));

    [Test]
    public async Task A_deadlock_shows_who_waits_for_whom() => await Verify(TextOf(Deadlocked, "en", 80, 20));

    [Test]
    public async Task A_step_is_shown_with_the_line_of_code() => await Verify(TextOf(Failing with { View = WatchView.Steps, TimelineStep = 3 }, "en", 80, 20));

    [Test]
    public async Task After_the_written_hints_come_those_that_the_failure_gives([Values("en", "zh")] string language) =>
        await Verify(TextOf(Failing with { View = WatchView.Hint, Hints = 5, Scroll = 8 }, language, 80, 24));

    [Test]
    public void There_are_as_many_hints_as_are_shown()
    {
        Assert.That(Failing.HintCount, Is.EqualTo(Failing.Exercise.Hints.Count + 3));
        Assert.That(Deadlocked.HintCount, Is.EqualTo(Deadlocked.Exercise.Hints.Count + 1));
        Assert.That(Begun().HintCount, Is.EqualTo(Begun().Exercise.Hints.Count));
    }

    [Test]
    public async Task The_list_shows_where_one_is_and_what_is_solved() => await Verify(TextOf(Failing with { View = WatchView.List, Chosen = 6 }, "zh", 80, 30));

    [Test]
    public void Each_view_fits_each_window_whatever_its_size(
        [Values] WatchView view, [Values(1, 7, 20, 59, 80, 120)] int columns, [Values(1, 2, 3, 5, 10, 24, 40)] int lines, [Values] Language language)
    {
        foreach (var state in (WatchState[])[Failing, Deadlocked, Begun()])
        {
            var shown = state with { View = view, Hints = 3, TypedDigit = 1, IsPolling = true, Chosen = 20, Scroll = 3, RunLines = [.. Enumerable.Repeat("a line 一行", 50)], Fault = new LocalizedText("It failed for a reason that is long.", "由于很长的原因而失败。") };

            var screen = WatchScreen.Fit(Page(language, columns), shown, lines);

            Assert.That(screen, Has.Count.LessThanOrEqualTo(lines));
            Assert.That(screen.Select(l => Folding.WidthOf(l.Text)), Is.All.LessThanOrEqualTo(columns));
        }
    }

    [Test]
    public void A_chinese_screen_has_no_english_word_but_names_and_what_the_result_says()
    {
        foreach (var view in Enum.GetValues<WatchView>())
        {
            var state = Begun() with { View = view, Hints = 3, IsPolling = true, TypedDigit = 2, RunLines = [] };
            var text = TextOf(state, "zh", 120, 60).Replace("kit", "", StringComparison.Ordinal);

            Assert.That(text, Does.Not.Match(@"\b(the|and|of|is|to|with|exercise|check|next)\b"), $"{view}: {text}");
        }
    }

    [Test]
    public void What_a_hand_in_says_cannot_move_the_cursor()
    {
        var state = Begun() with { View = WatchView.Run, RunLines = ["\e[2J\e]0;title\a", "ordinary"] };

        Assert.That(TextOf(state, "en", 80, 24), Does.Not.Contain('\e').And.Not.Contain('\a').And.Contain("ordinary"));
    }

    private static WatchState Begun()
    {
        var course = CourseFolder.Whole;
        var progress = new CourseProgress([.. course.Exercises.Select((e, at) => (e, at < 5 ? ExerciseState.Solved : at == 5 ? ExerciseState.ToBeChecked : ExerciseState.Open))]);
        return new WatchState(course.Find("07-ticket-sale")!, progress, WatchView.Checks);
    }

    private static WatchPage Page(Language language, int columns) => new(language, columns, hasUnicode: true, site => $"    var left = Read(); // line {site.Line}");

    private static string TextOf(WatchState state, string language, int columns, int lines) =>
        string.Join('\n', WatchScreen.Fit(Page(language == "zh" ? Language.Chinese : Language.English, columns), state, lines).Select(l => l.Text.TrimEnd()));
}
