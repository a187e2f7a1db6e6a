using System.CommandLine;
using ExerciseKit.Cli.Options;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Running;

namespace ExerciseKit.Cli.Serving;

/// <summary>The options that `kit serve` and `kit work` have in common.</summary>
internal sealed class ServiceSettings
{
    /// <summary>Where a password is safer than on a command line, which everybody on the machine can read.</summary>
    private const string Variable = "KIT_DATABASE";

    private readonly JobsOption jobs = new();

    private readonly Option<bool> withoutSandbox = new("--without-sandbox")
    {
        Description = "Grades even where this machine can't keep the hand-ins' processes in a sandbox: whoever hands in can then do what you can.",
    };

    private readonly Option<string> log = new("--log")
    {
        Description = "How what happens is told on standard error: a line of words, or a line of JSON.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "plain",
    };

    // For tests, and for who looks into a class that is slow: nobody else need know them.
    private readonly Option<double?> lease = new("--lease-seconds") { Hidden = true };
    private readonly Option<double?> probe = new("--probe-seconds") { Hidden = true };
    private readonly Option<double?> patience = new("--wait-seconds") { Hidden = true };

    public ServiceSettings() => log.AcceptOnlyFromAmong("plain", "json");

    public Option<string?> Database { get; } = DatabaseOption();

    public static Option<string?> DatabaseOption() => new("--database")
    {
        Description = "The PostgreSQL server, as \"Host=db.example.edu;Database=kit;Username=kit\". The password may stand in PGPASSWORD, or all of it in KIT_DATABASE.",
        HelpName = "SERVER",
    };

    public static Option<string> FolderOption() => new("--folder")
    {
        Description = "Where hand-ins, results and all else are kept, where no --database is named.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "kit-service",
    };

    /// <summary>The server that is named, on the command line or in the environment; null for none.</summary>
    public static string? ServerOf(ParseResult parsed, Option<string?> database) =>
        (parsed.GetValue(database) ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } server ? server : null;

    public void AddTo(Command command)
    {
        command.Add(Database);
        command.Add(jobs);
        command.Add(withoutSandbox);
        command.Add(log);
        command.Add(lease);
        command.Add(probe);
        command.Add(patience);
    }

    /// <exception cref="BadInputException">An option has no value that can be used.</exception>
    public ServiceOptions Of(ParseResult parsed, string? folder, bool grades = true) => new(ServerOf(parsed, Database), folder, grades ? jobs.Of(parsed) : 0, !parsed.GetValue(withoutSandbox))
    {
        Lease = Seconds(parsed, lease),
        ProbeEvery = Seconds(parsed, probe),
        WaitForDatabase = Seconds(parsed, patience) ?? TimeSpan.FromMinutes(1),
        LogsJson = parsed.GetValue(log) == "json",
    };

    private static TimeSpan? Seconds(ParseResult parsed, Option<double?> option) => parsed.GetValue(option) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
