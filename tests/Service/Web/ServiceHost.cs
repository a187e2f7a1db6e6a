using System.Net;
using ExerciseKit.Exercises;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Data.Schema;
using ExerciseKit.Service.Receiving;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web;
using ExerciseKit.Service.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExerciseKit.Tests.Service.Web;

/// <summary>A server of a small class on a port of its own, with a database in a temporary folder. What is handed in waits until the test grades it.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    /// <summary>Due in a week, of which one check is never shown and one after it is due.</summary>
    public const string Open = "07-ticket-sale";

    /// <summary>Was due a day ago; late days are left.</summary>
    public const string Late = "19-deadlock";

    /// <summary>Was due so long ago that nothing can be reached.</summary>
    public const string Closed = "01-spawn";

    public const string Ann = "ann";
    public const string Bob = "bob";
    public const string Teacher = "teacher";

    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private ServiceHost(TemporaryFolder folder, WebApplication app, ServiceDatabase database, KeptLog log) => (this.folder, this.app, Database, Log) = (folder, app, database, log);

    public static ExerciseCatalog Catalog { get; } = ExerciseCatalog.Load(Repository.Root);

    public static string Never { get; } = CheckTitles.Of(Open)[1].Id;

    public static string AfterDue { get; } = CheckTitles.Of(Open)[2].Id;

    public ServiceDatabase Database { get; }

    public KeptLog Log { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public string CourseFile => Path.Combine(folder.Path, "course.json");

    public static async Task<ServiceHost> StartAsync(Func<ServicePagesOptions, ServicePagesOptions>? with = null)
    {
        var folder = new TemporaryFolder();
        var course = folder.Write("course.json", Course(lateDays: 3));
        folder.Write("roster.csv", "id,name,email\nann,Ann Lee,ann@example.edu\nbob,Bob Ray,bob@example.edu\n");
        var database = ServiceDatabase.InFile(Path.Combine(folder.Path, "service.db"));
        await SchemaUpgrade.RunAsync(database, CancellationToken.None);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, EnvironmentName = "Production" });
        var log = new KeptLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database).AddSingleton(Catalog).AddSingleton<IGradingQueue, NoJobs>();
        var options = new ServicePagesOptions { CourseFile = course, RequestsAMinute = 100_000, StrangersAMinute = 100_000, HandInsAMinute = 100_000 };
        builder.Services.AddServicePages(with?.Invoke(options) ?? options);
        var app = builder.Build();
        app.MapServicePages();
        await app.StartAsync();
        var host = new ServiceHost(folder, app, database, log);
        await using var context = database.CreateContext();
        await app.Services.GetRequiredService<CourseUpdate>().TakeAsync(context, CourseFiles.Read(course, Catalog), "test", CancellationToken.None);
        await Teachers.AddAsync(context, Teacher, "test", CancellationToken.None);
        return host;
    }

    /// <summary>What stands in the course's file.</summary>
    public static string Course(int lateDays, string name = "Processes") => $$"""
        {
          "format": "exercisekit.course/1",
          "name": "{{name}}",
          "timeZone": "Europe/Berlin",
          "roster": "roster.csv",
          "lateDays": {{lateDays}},
          "attemptsPerDay": 3,
          "penalty": { "percentPerDay": 20 },
          "exercises": [
            { "id": "{{Open}}", "due": "{{Time(7)}}", "checks": { "{{Never}}": "never", "{{AfterDue}}": "after-due" } },
            { "id": "{{Late}}", "due": "{{Time(-0.5)}}" },
            { "id": "{{Closed}}", "due": "{{Time(-40)}}" }
          ]
        }

        """;

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>A new link's secret.</summary>
    public async Task<string> LinkAsync(string person, TimeSpan? lifetime = null)
    {
        await using var context = Database.CreateContext();
        return await SignInLinks.IssueAsync(context, person, "test", lifetime ?? TimeSpan.FromHours(1), CancellationToken.None);
    }

    /// <summary>Somebody who has signed in.</summary>
    public async Task<Visitor> SignInAsync(string person)
    {
        var visitor = new Visitor(Address);
        using var answer = await visitor.PostAsync("/in", ("code", await LinkAsync(person)));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), $"{person} signs in");
        return visitor;
    }

    /// <summary>Somebody who has not.</summary>
    public Visitor Stranger() => new(Address);

    /// <summary>Hands in, and gives the hand-in's id.</summary>
    public static async Task<Guid> HandInAsync(Visitor visitor, string exercise, string text, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.HandInAsync(exercise, Catalog.Find(exercise)!.Files[0], System.Text.Encoding.UTF8.GetBytes(text), fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2].Split('?')[0]);
    }

    /// <summary>Does what a worker does: brings a hand-in's result.</summary>
    public async Task GradeAsync(Guid handIn, ExerciseKit.Contract.Results.GradeResult? result = null)
    {
        await using var context = Database.CreateContext();
        await Grades.PutAsync(context, handIn, result);
    }

    public async Task<T> ReadAsync<T>(Func<ServiceContext, Task<T>> read)
    {
        await using var context = Database.CreateContext();
        return await read(context);
    }

    public Task<List<AuditRow>> AuditAsync() => ReadAsync(c => c.Audit.AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static string Time(double days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + "Z";

    private sealed class NoJobs : IGradingQueue
    {
        public Task AskedAsync(IReadOnlyCollection<Guid> gradings, CancellationToken cancellation) => Task.CompletedTask;
    }
}
