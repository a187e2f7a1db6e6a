using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Results;
using ExerciseKit.Hosting.Processes;
using ExerciseKit.Preparation;

namespace ExerciseKit.Grading.Preparing;

/// <summary>A process that prepares hand-ins: what a source makes the compiler use or suffer happens there, and can be bounded and ended.</summary>
internal sealed class PreparerProcess : IAsyncDisposable
{
    private static readonly TimeSpan DefaultProcessorTime = TimeSpan.FromSeconds(30);

    private const string Assembly = "ExerciseKit.Preparer.dll";

    /// <summary>What the runtime holds beside the objects: its own code, the compiler's, stacks, assemblies that are read.</summary>
    private const long RuntimeBytes = 512L << 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How long it may go without using any processor time before the machine is to blame.</summary>
    private static readonly TimeSpan SilenceBound = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly TimeSpan maxProcessorTime;
    private readonly StreamEnds errors;
    private Task exchanging = Task.CompletedTask;

    private PreparerProcess(Process process, TimeSpan maxProcessorTime)
    {
        this.process = process;
        this.maxProcessorTime = maxProcessorTime;
        errors = new StreamEnds(process.StandardError);
    }

    /// <summary>Whether it may be asked once more: it has given a whole answer, and its memory is not full.</summary>
    public bool IsFit { get; private set; } = true;

    /// <summary>Its process's id.</summary>
    public int Id => process.Id;

    /// <summary>Starts one.</summary>
    /// <param name="maxProcessorTime">Processor time for one hand-in; null for some thirty times what it needs, the start included.</param>
    /// <exception cref="GraderFaultException">It can't be started.</exception>
    public static PreparerProcess Start(TimeSpan? maxProcessorTime = null)
    {
        var path = Path.Combine(AppContext.BaseDirectory, Assembly);
        if (!File.Exists(path))
            throw new GraderFaultException($"{path}, which compiles hand-ins, is missing. Build the solution again.");
        var command = new ProcessStartInfo(DotnetMuxer.Path, ["exec", path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [HostCommand.HeapLimitVariable] = PreparerService.MaxMemoryBytes.ToString("X", CultureInfo.InvariantCulture) },
        };
        HostEnvironment.Apply(command.Environment);
        // It is used for some dozens of hand-ins: compiling the compiler's own code a second time costs more than it brings (4,096 calls, in hexadecimal).
        command.Environment["DOTNET_TC_CallCountThreshold"] = "1000";
        try
        {
#pragma warning disable RS0030 // The one place that starts them; each is ended with its object, and ends when its input does.
            return new PreparerProcess(Process.Start(command)!, maxProcessorTime ?? DefaultProcessorTime);
#pragma warning restore RS0030
        }
        catch (Win32Exception e)
        {
            throw new GraderFaultException($"{command.FileName}, which runs the compiler, could not be started: {e.Message} Install the .NET SDK 10 again.", e);
        }
    }

    /// <summary>Has one hand-in prepared. What it uses decides, never how long it takes.</summary>
    /// <returns>Its reply; <see cref="PreparationFailed"/> where it ended instead.</returns>
    /// <exception cref="GraderFaultException">It neither works nor answers.</exception>
    public async Task<PreparationReply> AskAsync(PreparationOrder order, CancellationToken cancellation)
    {
        IsFit = false;
        var exchange = ExchangeAsync(order);
        exchanging = exchange;
        if (await ObjectionAsync(exchange, cancellation).ConfigureAwait(false) is { } objection)
            return objection;
        var reply = await exchange.ConfigureAwait(false);
        IsFit = reply is ProgramReady or ProgramUnfit { Verdict: not Verdict.Limit };
        return reply;
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        await process.WaitForExitAsync().ConfigureAwait(false);
        await errors.End.ConfigureAwait(false);
        await exchanging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Dispose();
    }

    /// <summary>What it did that it may not, as soon as it does; null when the exchange ended.</summary>
    private async Task<ProgramUnfit?> ObjectionAsync(Task exchange, CancellationToken cancellation)
    {
        ProcessUsage? first = null, last = null;
        for (var silent = TimeSpan.Zero; !exchange.IsCompleted; silent += LookEvery)
        {
            var usage = ProcessUsage.Of(process.Id);
            first ??= usage;
            if (usage.Processor - first.Value.Processor > maxProcessorTime)
                return new ProgramUnfit(Verdict.Limit, TooLong(maxProcessorTime.TotalSeconds), CallSite.Unknown);
            if (usage.ResidentBytes > PreparerService.MaxMemoryBytes + RuntimeBytes)
                return ProgramUnfit.TooMuchMemory;
            if (usage.Processor != last?.Processor)
                silent = TimeSpan.Zero;
            if (silent >= SilenceBound)
                throw new GraderFaultException($"The compiler's process {process.Id} neither worked nor answered for {SilenceBound.TotalMinutes} minutes. Is the machine overloaded?");
            last = usage;
            // How the exchange ended, its own waiter tells.
            await exchange.WaitAsync(LookEvery, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        return null;
    }

    private static LocalizedText TooLong(double seconds) => (
        $"Compiling the source takes more than the {seconds} s of processor time that are allowed. Simplify it.",
        $"编译这份源代码用的处理器时间超过了允许的 {seconds} 秒。请把代码写得简单些。");

    private async Task<PreparationReply> ExchangeAsync(PreparationOrder order)
    {
        try
        {
            await PreparerFrames.WriteAsync(process.StandardInput.BaseStream, order, CancellationToken.None).ConfigureAwait(false);
            if (await PreparerFrames.ReadAsync(process.StandardOutput.BaseStream, CancellationToken.None).ConfigureAwait(false) is { } reply)
                return PreparerFrames.Message<PreparationReply>(reply);
        }
        catch (IOException)
        {
            // It ended before it had read the order.
        }

        await process.WaitForExitAsync().ConfigureAwait(false);
        await errors.End.ConfigureAwait(false);
        return new PreparationFailed($"its process ended with exit code {process.ExitCode}");
    }
}
