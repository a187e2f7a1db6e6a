using System.Diagnostics;
using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Cli.Watching;

/// <summary><c>kit</c> at a terminal, which <c>script</c> stands in for.</summary>
public sealed class TerminalTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    [Test, CancelAfter(150_000), NeedsLinux, Category("Slow")]
    public async Task It_shows_a_screen_is_resized_and_quits_by_its_key_as_it_came()
    {
        using var student = new CourseFolder();
        student.Write();
        using var terminal = Terminal.Start(student.Root, "xterm-256color");

        await terminal.Until("01-spawn");
        await terminal.Until("0/3");
        terminal.Type("?");
        await terminal.Until("checked at once");
        terminal.Type("q");

        Assert.That(await terminal.EndAsync(), Is.Zero);
        Assert.That(terminal.Output, Does.StartWith("\e[?1049h").And.Contain("\e[?1049l"));
    }

    [Test, CancelAfter(150_000), NeedsLinux, Category("Slow")]
    public async Task A_dumb_terminal_gets_lines_and_no_escapes()
    {
        using var student = new CourseFolder();
        student.Write();
        using var terminal = Terminal.Start(student.Root, "dumb");

        await terminal.Until("0/3");
        terminal.Type("l");
        await terminal.Until("21-process-per-client");
        terminal.Type("q");

        Assert.That(await terminal.EndAsync(), Is.Zero);
        Assert.That(terminal.Output, Does.Not.Contain("\e["));
    }

    [Test, CancelAfter(150_000)]
    public async Task Where_there_is_no_terminal_kit_prints_its_help_and_ends_with_2()
    {
        using var student = new CourseFolder();
        student.Write();

        var alone = await KitProcess.RunAsync(student.Root);
        var watch = await KitProcess.RunAsync(student.Root, "watch");

        Assert.That((alone.ExitCode, watch.ExitCode), Is.EqualTo((2, 2)));
        Assert.That(alone.Output, Does.Contain("Usage:").And.Contain("watch"));
        Assert.That(watch.Error, Does.Contain("kit check"));
    }

    private sealed class Terminal : IDisposable
    {
        private readonly Process process;
        private readonly List<char> output = [];
        private readonly Task reading;

        private Terminal(Process process)
        {
            this.process = process;
            reading = Task.Run(ReadAsync);
        }

        public string Output
        {
            get
            {
                lock (output)
                    return new string([.. output]);
            }
        }

        public static Terminal Start(string folder, string term)
        {
            var kit = Path.Combine(TestContext.CurrentContext.TestDirectory, "kit.dll");
            var start = new ProcessStartInfo("script", ["--quiet", "--flush", "--return", "--command", $"stty rows 24 cols 80; exec dotnet '{kit}'", "/dev/null"])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            start.Environment["TERM"] = term;
            start.Environment["KIT_LANG"] = "en";
            return new Terminal(Process.Start(start)!);
        }

        public void Type(string keys)
        {
            process.StandardInput.Write(keys);
            process.StandardInput.Flush();
        }

        public async Task Until(string text)
        {
            for (var began = Stopwatch.GetTimestamp(); !Output.Contains(text, StringComparison.Ordinal);)
            {
                if (Stopwatch.GetElapsedTime(began) > Bound || reading.IsCompleted)
                    Assert.Fail($"\"{text}\" was not shown. What was:\n{Output.Replace("\e", "<ESC>", StringComparison.Ordinal)}");
                await Task.Delay(20);
            }
        }

        public async Task<int> EndAsync()
        {
            await process.WaitForExitAsync().WaitAsync(Bound);
            await reading.WaitAsync(Bound);
            return process.ExitCode;
        }

        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        private async Task ReadAsync()
        {
            var buffer = new char[4096];
            while (await process.StandardOutput.ReadAsync(buffer) is var count and > 0)
            {
                lock (output)
                    output.AddRange(buffer.AsSpan(0, count));
            }
        }
    }
}
