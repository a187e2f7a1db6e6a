using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Cli.Terminals;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Grading.Replaying;
using ExerciseKit.Reports;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit replay TOKEN [PATH]</c></summary>
internal sealed class ReplayCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> token = new("TOKEN")
    {
        Description = "The token beside \"replay\" in a result; @FILE for one in a file, - for one on standard input. Line ends in it do not matter; the path of the hand-in may follow it after an @.",
    };

    private readonly Argument<string?> path = new("PATH")
    {
        Description = "What was handed in, as for kit grade. Default: your folder's exercises/.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> force = new("--force")
    {
        Description = "Tries the interleaving on another hand-in than the token was made of.",
    };

    private readonly RequireSandboxOption requireSandbox = new();

    public ReplayCommand(Kit kit)
        : base(
            "replay",
            "Runs the interleaving that broke a check again, with real processes, and shows how it ends.",
            "kit replay replay1.uHk9mQ…",
            "kit replay @token.txt hand-in.zip",
            "kit replay - TicketSale.cs --force < token.txt")
    {
        this.kit = kit;
        Add(token);
        Add(path);
        Add(force);
        Add(requireSandbox);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          1    the fault showed again
          2    the token can't be read or is of another hand-in; with --force: it does not fit that one
          3    the same hand-in ran another way: the grader failed, or the program is not deterministic
          0    never: that one interleaving goes well proves nothing
        """,
        """
        退出码：
          1    错误再次出现
          2    令牌无法读取，或者属于另一份提交；用了 --force 时：与那一份不符
          3    同一份提交走了另一条路：评分程序出错，或者程序的结果不确定
          0    不会出现：一种执行顺序顺利，什么也证明不了
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var place = kit.Place(parsed);
        var (text, handIn) = HandInMark.Split(await TokenSource.ReadAsync(parsed.GetRequiredValue(token), kit.Terminal.Input, cancellation));
        var request = new ReplayRequest(text, parsed.GetValue(path) ?? handIn ?? place.Folder?.Exercises, parsed.GetValue(force), parsed.GetValue(requireSandbox));
        var result = await ProgressLine.ShowAsync(kit.Terminal.Error, _ => new Replayer(place.Course.Root).ReplayAsync(request, cancellation));
        new ReplayReport(kit.Terminal.Output, kit.Language(parsed)).Write(result);
        return ExitCodeOf(result);
    }

    /// <summary>A hand-in that does not do the same twice is no mark against anybody; one that the token is not of can't be expected to.</summary>
    internal static int ExitCodeOf(ReplayResult result)
    {
        if (result.Divergence is null)
            return ExitCode.Failed;
        return result.IsSameHandIn ? ExitCode.GraderFault : ExitCode.BadInput;
    }
}
