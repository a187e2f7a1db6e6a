using System.CommandLine;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Reports.Console;
using ExerciseKit.Service.Running;

namespace ExerciseKit.Cli.Serving;

/// <summary><c>kit work --database SERVER</c></summary>
internal sealed class WorkCommand : KitCommand
{
    private readonly Kit kit;
    private readonly ServiceSettings settings = new();

    public WorkCommand(Kit kit)
        : base("work", "Grades what is handed in to `kit serve` on the same PostgreSQL server; on any number of machines.", "kit work --database \"Host=db.example.edu;Database=kit;Username=kit\" --jobs 4")
    {
        this.kit = kit;
        settings.AddTo(this);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    it was told to end
          2    the command line, or what it names, can't be used
          3    this machine does not grade a known hand-in as it must
        """,
        """
        退出码：
          0    按要求结束
          2    命令行，或其中指定的东西，无法使用
          3    这台机器没有把已知的提交评成应有的结果
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = settings.Of(parsed, folder: null);
        if (options.Database is null)
            throw new BadInputException(("No --database is named. Name the PostgreSQL server that `kit serve` has: a folder is one process's own.", "没有指定 --database。请指定 `kit serve` 所用的 PostgreSQL 服务器：文件夹只能由一个进程使用。"));
        await new WorkHost(kit.Catalog(parsed), options, words => kit.Terminal.Output.Write(new PlainText(kit.Say(words, parsed) + "\n"))).RunAsync(cancellation);
        return ExitCode.Passed;
    }
}
