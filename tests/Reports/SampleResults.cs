using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Reports;

/// <summary>Results of every kind that a report meets, made by hand.</summary>
internal static class SampleResults
{
    private static readonly string TokenText = "replay1.mHd0C5IEAAAbkQTgjNRiTZnu5Ks2" + string.Concat(Enumerable.Range(100, 60).Select(n => $"{n}xY"));

    public static GradeResult Passed { get; } = Result(new ExerciseResult(
        "07-ticket-sale",
        "Ticket sale",
        [
            Held("no-oversell", "No ticket is sold twice", 4) with { States = 20_007, RealRuns = 41 },
            Held("free-looks", "Looking is not queued up behind buying", 2) with { States = 402, RealRuns = 1 },
            Held("large", "It holds with 30 buyers too", 1) with { Certainty = Certainty.Sampled, SampledRuns = 40, Bound = "a fault of depth 3 among 31 processes and 400 operations shows in a PCT run with probability at least 1 in 4,960,000" },
            Held("light", "The light goes on as long as there are cars", 1) with { States = 8_112, RealRuns = 57, Scenario = "2 cars", Bound = "within 40 operations a process" },
        ],
        new ProgramOutput("buyer 1 sees 2\nbuyer 1 bought a ticket\n", "", 0)));

    public static GradeResult Violation { get; } = Result(new ExerciseResult(
        "07-ticket-sale",
        ("Ticket sale", "抢票"),
        [
            Held("own-process", ("Each buyer is a process of its own", "每个买家是一个单独的进程"), 1) with { States = 402, RealRuns = 34 },
            new CheckResult(
                "no-oversell",
                ("No ticket is sold twice", "同一张票不会卖两次"),
                CheckStatus.Failed,
                Verdict.Violation,
                0,
                4,
                ("2 tickets were sold though there was only 1: buyer 2 read the number before buyer 1 had written it.", "只有 1 张票，却卖了 2 张：buyer 1 写回之前，buyer 2 就读了余票。"),
                Hint: ("Between a buyer's look and its write, who else can look?", "买家从查票到写回之间，还有谁能查票？"),
                Scenario: ("2 buyers, 1 ticket", "2 个买家，1 张票"),
                Tier: Tier.Strict,
                Certainty: Certainty.Proved,
                States: 402,
                RealRuns: 34,
                Replay: TokenText,
                Timeline:
                [
                    new(1, "main", ("start buyer 1", "启动 buyer 1"), "", new CallSite("TicketSale.cs", 14), 0),
                    new(2, "main", ("start buyer 2", "启动 buyer 2"), "", new CallSite("TicketSale.cs", 14), 0),
                    new(3, "buyer 1", "File.ReadAllText ticket_data.json", "{\"tickets\": 1}", new CallSite("TicketSale.cs", 31), 0),
                    new(4, "buyer 2", "File.ReadAllText ticket_data.json", "{\"tickets\": 1}", new CallSite("TicketSale.cs", 31), 0),
                    new(5, "buyer 1", "sleep 0.5 s", "", new CallSite("TicketSale.cs", 34) { Caller = new("TicketSale.cs", 12) }, 0),
                    new(6, "buyer 1", "File.Move ticket_data.json.new over ticket_data.json", "", new CallSite("TicketFile.cs", 22) { Caller = new("TicketSale.cs", 40) }, 500),
                    new(7, "buyer 2", "File.Move ticket_data.json.new over ticket_data.json", "", new CallSite("TicketFile.cs", 22) { Caller = new("TicketSale.cs", 40) }, 1500),
                    new(8, "buyer 2", ("print \"buyer 2 bought a ticket\"", "打印“buyer 2 bought a ticket”"), "", null, 1500),
                ]),
        ],
        new ProgramOutput("buyer 1 sees 1\nbuyer 2 sees 1\nbuyer 1 bought a ticket\nbuyer 2 bought a ticket\n", "", 0)));

    /// <summary>Two checks that one run breaks: the second one's interleaving goes on from the first one's.</summary>
    public static GradeResult TwoViolations { get; } = Result(Violation.Exercises[0] with
    {
        Checks =
        [
            Violation.Exercises[0].Checks[1],
            Violation.Exercises[0].Checks[1] with
            {
                Id = "sells-what-there-is",
                Title = "As many are sold as there are buyers and tickets for",
                Message = "Expected: 1 ticket is sold. Found: '{user} bought a ticket' was printed 2 times.",
                Hint = null,
                MaxPoints = 2,
                Timeline = [.. Violation.Exercises[0].Checks[1].Timeline, new(9, "buyer 2", "ends", "", new CallSite("TicketSale.cs", 40), 1500)],
            },
        ],
    });

    public static GradeResult Deadlock { get; } = Result(new ExerciseResult(
        "19-deadlock",
        ("Bank", "银行"),
        [
            new CheckResult(
                "no-deadlock",
                ("Transfers in opposite directions both come through", "两笔方向相反的转账都能完成"),
                CheckStatus.Failed,
                Verdict.Deadlock,
                0,
                5,
                ("Two processes wait for each other for ever.", "两个进程永远在互相等待。"),
                Hint: ("In which order does each transfer take its two locks?", "每笔转账按什么顺序拿它的两把锁？"),
                Scenario: ("2 accounts, transfers 0→1 and 1→0", "2 个账户，转账 0→1 和 1→0"),
                Tier: Tier.Loose,
                ReliesOnTiming: true,
                Certainty: Certainty.Proved,
                States: 57,
                RealRuns: 9,
                Replay: "replay1.mHd0C5IEAAAbkQTgjNRiTZnu5Ks2",
                Cycle:
                [
                    ("transfer 1 waits for account 1's lock (Bank.cs:21), held by transfer 2 since Bank.cs:20", "transfer 1 在 Bank.cs:21 等待账户 1 的锁，它自 Bank.cs:20 起由 transfer 2 持有"),
                    ("transfer 2 waits for account 0's lock (Bank.cs:21), held by transfer 1 since Bank.cs:20", "transfer 2 在 Bank.cs:21 等待账户 0 的锁，它自 Bank.cs:20 起由 transfer 1 持有"),
                ],
                Timeline:
                [
                    new(1, "transfer 1", "acquire account 0's lock", "acquired", new CallSite("Bank.cs", 20), 0),
                    new(2, "transfer 2", "acquire account 1's lock", "acquired", new CallSite("Bank.cs", 20), 0),
                    new(3, "transfer 1", "acquire account 1's lock", "waits", new CallSite("Bank.cs", 21), 0),
                    new(4, "transfer 2", "acquire account 0's lock", "waits", new CallSite("Bank.cs", 21), 0),
                ]),
        ],
        ProgramOutput.None));

    public static GradeResult CompileError { get; } = Result(new ExerciseResult(
        "01-spawn",
        "Starting processes",
        [
            .. new[] { ("children", "Each name has one child that says its lines", 3), ("parallel", "All children sleep at once", 3) }
                .Select(c => new CheckResult(c.Item1, c.Item2, CheckStatus.Failed, Verdict.CompileError, 0, c.Item3, "Spawn.cs:12: error CS1002: ; expected")),
        ],
        ProgramOutput.None));

    public static GradeResult Fault { get; } = Result(new ExerciseResult(
        "02-join",
        "Waiting for processes",
        [
            Held("children", "Each child says its lines itself", 1) with { States = 12, RealRuns = 3 },
            new CheckResult("parallel", "They take as long as the longest", CheckStatus.Error, Verdict.GraderFault, 0, 2, "The host of child 2 ended before it answered; grade again."),
        ],
        ProgramOutput.None)) with
    { Gradable = false, Fault = "A host ended before it answered (exit code 137). Grade again; if it happens again, give its memory limit more room." };

    /// <summary>A hand-in that tries to write over the report: escapes, overrides, long lines, wide characters.</summary>
    public static GradeResult Hostile { get; } = Result(new ExerciseResult(
        "06-mutex",
        "Mutual [red]exclusion[/] 互斥锁与进程之间的同步",
        [
            new CheckResult(
                "blocks",
                "Blocks never mix, in all interleavings, however many users there are and however long each one writes its lines",
                CheckStatus.Failed,
                Verdict.Violation,
                0,
                7,
                "\u001b[2J\u001b[32mall passed\u001b[0m " + new string('x', 150),
                Certainty: Certainty.Sampled,
                SampledRuns: 1,
                Timeline: [new(1, "用户一", "print \"" + new string('长', 60) + "\"", "\u202Edlrow", new CallSite("Mutex.cs", 9), 0)]),
        ],
        new ProgramOutput(string.Concat(Enumerable.Range(1, 40).Select(i => $"line {i}\r\n")), "line 998\nline 999\tend\n\u0007", 12_345)));

    public static IReadOnlyList<GradeResult> All { get; } = [Passed, Violation, TwoViolations, Deadlock, CompileError, Fault, Hostile];

    private static CheckResult Held(string id, LocalizedText title, int points) =>
        new(id, title, CheckStatus.Passed, Verdict.Passed, points, points, "Held.", Scenario: "3 buyers, 2 tickets", Certainty: Certainty.Proved);

    private static GradeResult Result(ExerciseResult exercise) =>
        new(
            "0.1.0",
            Gradable: true,
            Fault: null,
            "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
            Seed: 1,
            [exercise],
            new Timing(812.5, new Dictionary<string, IReadOnlyDictionary<string, double>> { [exercise.Id] = new Dictionary<string, double> { ["compile"] = 61, ["checks"] = 700.5 } }));
}
