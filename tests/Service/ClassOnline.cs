using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using ExerciseKit.Exercises;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Data.Schema;
using ExerciseKit.Service.Receiving;
using ExerciseKit.Tests.Cli;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

/// <summary>A class on line with a database of its own, and real processes that serve and grade it.</summary>
internal sealed class ClassOnline : IAsyncDisposable
{
    public const string Spawn = "01-spawn";
    public const string Join = "02-join";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly TemporaryFolder folder;
    private readonly List<Process> processes = [];
    private readonly ConcurrentQueue<(int Process, string Line)> said = [];

    private ClassOnline(DatabaseKind kind, ServiceDatabase database, string? connection, TemporaryFolder folder) =>
        (Kind, Database, Connection, this.folder) = (kind, database, connection, folder);

    public static ExerciseCatalog Catalog { get; } = ExerciseCatalog.Load(Repository.Root);

    public DatabaseKind Kind { get; }

    public ServiceDatabase Database { get; }

    public string? Connection { get; }

    public string Folder => folder.Path;

    public string Course => Path.Combine(folder.Path, "course.json");

    public string ServiceFolder => Path.Combine(folder.Path, "kit-service");

    /// <summary>One with five students, and its course taken.</summary>
    public static async Task<ClassOnline> BeginAsync(DatabaseKind kind, CancellationToken cancellation, PostgresCluster? cluster = null)
    {
        var online = Make(kind, cluster);
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        await using var context = online.Database.CreateContext();
        await CourseTaking.TakeAsync(context, CourseFiles.Read(online.Course, Catalog), Catalog, "test", cancellation);
        return online;
    }

    /// <summary>The same with nothing in its database yet.</summary>
    public static ClassOnline Make(DatabaseKind kind, PostgresCluster? cluster = null)
    {
        var connection = kind == DatabaseKind.Postgres ? (cluster ?? ServiceCluster.Shared).CreateDatabase() : null;
        var place = new TemporaryFolder();
        var database = connection is not null ? ServiceDatabase.OnServer(connection) : ServiceDatabase.InFile(Directory.CreateDirectory(Path.Combine(place.Path, "kit-service")).FullName + "/service.db");
        var online = new ClassOnline(kind, database, connection, place);
        online.folder.Write("roster.csv", "id,name\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"s{i},Student {i}\n")));
        online.folder.Write("course.json", $$"""
            {
              "format": "exercisekit.course/1", "name": "Processes", "timeZone": "Europe/Berlin", "roster": "roster.csv",
              "exercises": [ { "id": "{{Spawn}}" }, { "id": "{{Join}}" } ]
            }
            """);
        return online;
    }

    /// <summary>A hand-in of the course's own solution.</summary>
    public static byte[] Right(string exercise) => Zip(exercise, name => File.ReadAllText(Path.Combine(Repository.Solution(exercise), name)));

    /// <summary>One that does not compile, and differs from those of another number.</summary>
    public static byte[] Broken(string exercise, int number = 0) => Zip(exercise, _ => $"class Wrong{number}");

    /// <summary>Hands in as the pages do; whoever looks after the queue finds what is to be graded.</summary>
    public async Task<KeptHandIn> HandInAsync(string student, string exercise, byte[] content, CancellationToken cancellation, string? sentAs = null)
    {
        var desk = new HandInDesk(Database, new CourseReader(Catalog), new NoJobs());
        var receipt = await desk.ReceiveAsync(new Delivery(student, exercise, [new DeliveredFile("hand-in.zip", content)], HandInWay.Tool, sentAs, null), cancellation);
        var id = receipt switch
        {
            HandedIn taken => taken.HandInId,
            SameAsBefore same => same.HandInId,
            _ => throw new AssertionException($"It was not taken: {receipt}"),
        };
        return new KeptHandIn(id, await AskAsync(c => c.Gradings.Where(g => g.HandInId == id).Select(g => g.Id).SingleAsync(cancellation)), receipt is SameAsBefore);
    }

    /// <summary>A real <c>kit work</c>.</summary>
    public Process Work(params string[] more) => Start(["work", "--database", Connection!, .. Always, .. more]);

    /// <summary>A real <c>kit serve</c>.</summary>
    public Process Serve(params string[] more) =>
        Start(["serve", Course, .. more.Contains("--listen") ? [] : (string[])["--listen", "http://127.0.0.1:0"], .. Connection is null ? (string[])["--folder", ServiceFolder] : ["--database", Connection], .. Always, .. more]);

    /// <summary>What stands in the database.</summary>
    public async Task<T> AskAsync<T>(Func<ServiceContext, Task<T>> question)
    {
        await using var context = Database.CreateContext();
        return await question(context);
    }

    public Task<GradingRow> GradingAsync(Guid id) => AskAsync(c => c.Gradings.AsNoTracking().SingleAsync(g => g.Id == id));

    public Task<List<ResultRow>> ResultsAsync(Guid grading) => AskAsync(c => c.Results.AsNoTracking().Where(r => r.GradingId == grading).OrderBy(r => r.Attempt).ToListAsync());

    public Task<List<AlarmRow>> AlarmsAsync() => AskAsync(c => c.Alarms.AsNoTracking().ToListAsync());

    /// <summary>Waits until something stands there; the test's own bound ends the waiting, and what a process said is told then.</summary>
    public async Task<GradingRow> UntilAsync(Guid grading, Func<GradingRow, bool> isSo, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await GradingAsync(grading);
            if (isSo(row))
                return row;
            if (cancellation.IsCancellationRequested)
                Assert.Fail($"It stands at {row.State}, attempt {row.Attempt}, {row.Fault}.");
            await Task.Delay(Look, CancellationToken.None);
        }
    }

    /// <summary>Time passes for the database's clock alone: until no worker's word holds any more.</summary>
    public Task EndLeasesAsync() =>
        AskAsync(c => c.Gradings.Where(g => g.State == GradingState.Grading).ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseEnd, DateTimeOffset.UnixEpoch)));

    /// <summary>Waits until a process has said something.</summary>
    public async Task UntilSaidAsync(Process process, string words, CancellationToken cancellation)
    {
        while (!said.Any(s => s.Process == process.Id && s.Line.Contains(words, StringComparison.Ordinal)))
            await Task.Delay(Look, cancellation);
    }

    /// <summary>Kills a process and all that it started, as a power cut does.</summary>
    public static async Task KillAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        foreach (var (process, line) in said)
            await TestContext.Out.WriteLineAsync($"{process}: {line}");
        await Database.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static string[] Always => ["--root", Repository.Root, "--jobs", "1", "--without-sandbox"];

    private Process Start(string[] args)
    {
        var process = KitProcess.Start(folder.Path, [], args);
        processes.Add(process);
        // Nobody reads it in the middle: what is not taken would stop it in the end.
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Note(string? line)
        {
            if (line is not null)
                said.Enqueue((process.Id, line));
        }
    }

    private static byte[] Zip(string exercise, Func<string, string> textOf)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in Catalog.Find(exercise)!.Files)
            {
                using var entry = new StreamWriter(zip.CreateEntry($"{exercise}/{name}").Open());
                entry.Write(textOf(name));
            }
        }

        return bytes.ToArray();
    }

    private sealed class NoJobs : IGradingQueue
    {
        public Task AskedAsync(IReadOnlyCollection<Guid> gradings, CancellationToken cancellation) => Task.CompletedTask;
    }
}

/// <summary>A hand-in that is kept.</summary>
/// <param name="WasThere">Whether it had come before.</param>
internal sealed record KeptHandIn(Guid HandInId, Guid GradingId, bool WasThere);
