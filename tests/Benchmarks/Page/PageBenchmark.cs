using System.Globalization;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Pages;
using ExerciseKit.Tests;
using ExerciseKit.Tests.Pages.Browsing;

namespace ExerciseKit.Benchmarks.Page;

/// <summary>How soon the report's page shows something, and how long a step takes, in headless Chromium.</summary>
internal static class PageBenchmark
{
    private const int Steps = 120;
    private const int Times = 9;
    private const double MostToPaintMs = 500;
    private const double MostOfAStepMs = 50;

    /// <summary>Measures, and writes what was found.</summary>
    /// <returns>Whether both are within what was promised.</returns>
    public static async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var page = ReportPage.Of(Result(), HandInSources.None, Language.English);
        var file = folder.Write("report.html", page);
        await using var chromium = await Chromium.StartAsync();
        var (paints, steps) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var open = await chromium.OpenAsync(file);
            paints.Add(await open.EvaluateAsync<double>("new Promise(done => new PerformanceObserver(l => done(l.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))"));
            // Until what the step has changed is drawn.
            steps.AddRange(await open.EvaluateAsync<double[]>("""
                async () => {
                  const times = [];
                  for (let i = 0; i < 40; i++) {
                    const begun = performance.now();
                    document.querySelector("[aria-label=Back]").click();
                    document.body.getBoundingClientRect();
                    await new Promise(requestAnimationFrame);
                    times.push(performance.now() - begun);
                  }
                  return times;
                }
                """));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"A page of {Encoding.UTF8.GetByteCount(page):N0} bytes with a timeline of {Steps} steps: first paint after {Median(paints):f0} ms ({paints.Max():f0} at most of {paints.Count}), a step in {Median(steps):f1} ms ({steps.Max():f1} at most of {steps.Count}), the next frame included."));
        return Median(paints) < MostToPaintMs && Median(steps) < MostOfAStepMs;
    }

    private static GradeResult Result()
    {
        string[] processes = [.. Enumerable.Range(0, 8).Select(i => i == 0 ? "0" : $"0.{i - 1}")];
        var timeline = Enumerable.Range(1, Steps).Select(n => new TimelineStep(n, $"Process-{n % 8}", $"ProcessQueue.Put {n}", "true", new CallSite("Program.cs", n % 40 + 1), n * 10)
        {
            Process = processes[n % 8],
            Object = $"0~{n % 6}",
            Wait = n % 3 == 0 && n > 8 ? new StepWait(n - 5, [processes[(n + 1) % 8]]) : null,
            Edges = n > 1 ? [new StepEdge(n - 1, EdgeKind.Item)] : null,
            Changes = [new ObjectView($"0~{n % 6}") { Items = [.. Enumerable.Range(n, 8).Select(i => i.ToString(CultureInfo.InvariantCulture))], More = 3, Most = 12 }],
        });
        var check = new CheckResult("check", "Everything arrives", CheckStatus.Failed, Verdict.Violation, 0, 4, "Something did not.", Timeline: timeline.ToEquatableArray())
        {
            Cast = new Cast(
                [.. processes.Select(p => new CastProcess(p, $"Process {p}", p == "0" ? null : "0", new NextStep("", null, null, null)))],
                [.. Enumerable.Range(0, 6).Select(i => new CastObject($"0~{i}", ObjectKind.Queue, new LocalizedText($"queue {i + 1}", $"队列 {i + 1}"), null, null, null))]),
        };
        return new GradeResult("0", true, null, "", 1, [new ExerciseResult("01-queue", "A queue", [check], ProgramOutput.None)], new Timing(0, new Dictionary<string, IReadOnlyDictionary<string, double>>()));
    }

    private static double Median(List<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
