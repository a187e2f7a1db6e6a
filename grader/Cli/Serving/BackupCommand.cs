using System.CommandLine;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Contract;
using ExerciseKit.Reports.Console;
using ExerciseKit.Service.Running;

namespace ExerciseKit.Cli.Serving;

/// <summary><c>kit backup FILE</c> and <c>kit restore FILE</c></summary>
internal sealed class BackupCommand : KitCommand
{
    private readonly Kit kit;
    private readonly bool restores;
    private readonly Option<string?> database = ServiceSettings.DatabaseOption();
    private readonly Option<string> folder = ServiceSettings.FolderOption();
    private readonly Argument<string> file = new("FILE") { Description = "The backup: one file." };

    private BackupCommand(Kit kit, bool restores, string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        (this.kit, this.restores) = (kit, restores);
        Add(file);
        Add(folder);
        Add(database);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    it is done
          2    the command line, or what it names, can't be used; nothing was changed
        """,
        """
        退出码：
          0    完成
          2    命令行，或其中指定的东西，无法使用；什么都没有改动
        """);

    public static BackupCommand Writing(Kit kit) => new(kit, restores: false, "backup", "Writes all that a class on line holds into one file, while `kit serve` goes on.", "kit backup monday.zip", "kit backup monday.zip --database \"Host=db.example.edu;Database=kit;Username=kit\"");

    public static BackupCommand Restoring(Kit kit) => new(kit, restores: true, "restore", "Puts a backup into an empty folder or an empty PostgreSQL database, whichever it came from.", "kit restore monday.zip --folder elsewhere");

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var host = new BackupHost(
            new ServiceOptions(ServiceSettings.ServerOf(parsed, database), parsed.GetRequiredValue(folder), Jobs: 0) { WaitForDatabase = TimeSpan.Zero },
            words => kit.Terminal.Output.Write(new PlainText(kit.Say(words, parsed) + "\n")));
        var path = parsed.GetRequiredValue(file);
        await (restores ? host.RestoreAsync(path, cancellation) : host.WriteAsync(path, cancellation));
        return ExitCode.Passed;
    }
}
