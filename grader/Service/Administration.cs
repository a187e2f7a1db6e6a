using System.Globalization;
using ExerciseKit.Classes.Regrading;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service;

/// <summary>What teachers do on their pages, for a command line: the same functions, on the same database. The server may run meanwhile.</summary>
public sealed class Administration : IAsyncDisposable
{
    private readonly ServiceDatabase database;
    private readonly CourseReader courses;
    private readonly string by;

    private Administration(ServiceDatabase database, ExerciseCatalog catalog, string by) => (this.database, courses, this.by) = (database, new CourseReader(catalog), by);

    /// <summary>Opens a database that a server has made.</summary>
    /// <param name="where">A PostgreSQL server, as Npgsql reads it, or the file.</param>
    /// <param name="catalog">The exercises there are.</param>
    /// <param name="by">Who is written down for changes.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="BadInputException">It is not there, or of another kit.</exception>
    public static async Task<Administration> OpenAsync(string where, ExerciseCatalog catalog, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(where);
        var isServer = where.Contains('=', StringComparison.Ordinal);
        if (!isServer && !File.Exists(where))
            throw new BadInputException(($"{where} is not there. Name the server's database file, or a PostgreSQL server as \"Host=…\".", $"找不到 {where}。请指定服务器的数据库文件，或者写成 \"Host=…\" 的 PostgreSQL 服务器。"));
        var database = isServer ? ServiceDatabase.OnServer(where) : ServiceDatabase.InFile(where);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        // The schema is the server's to bring up to date.
        var (known, applied) = (context.Database.GetMigrations().ToHashSet(), await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false));
        if (!known.SetEquals(applied))
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw new BadInputException(($"{database.Name} has another schema than this kit knows. Start this kit's server on it first, or use the kit that the server runs.", $"{database.Name} 的结构与这个 kit 的不同。请先用这个 kit 启动服务器，或者使用服务器所用的 kit。"));
        }

        return new Administration(database, catalog, by);
    }

    /// <summary>Makes a teacher's account, where there is none, and a link to sign in by.</summary>
    public Task<string> AddTeacherAsync(string name, Uri address, CancellationToken cancellation) => DoAsync(async context =>
    {
        await Teachers.AddAsync(context, name, by, cancellation).ConfigureAwait(false);
        return LinkAddress.Of(address, await SignInLinks.IssueAsync(context, name, by, TimeSpan.FromDays(1), cancellation).ConfigureAwait(false));
    });

    /// <summary>Makes a link for somebody.</summary>
    public Task<string> LinkAsync(string person, Uri address, CancellationToken cancellation) => DoAsync(async context =>
        LinkAddress.Of(address, await SignInLinks.IssueAsync(context, person, by, TimeSpan.FromDays(30), cancellation).ConfigureAwait(false)));

    /// <summary>Makes a link for each student, as CSV for a serial letter.</summary>
    /// <param name="onlyNew">Only for who has never signed in.</param>
    public Task<string> LinksAsync(bool onlyNew, Uri address, CancellationToken cancellation) => DoAsync(async context =>
    {
        var made = await SignInLinks.IssueAllAsync(context, onlyNew, by, TimeSpan.FromDays(30), cancellation).ConfigureAwait(false);
        return CsvText.Of(["Id", "Name", "Email", "Link"], made.Select(m => (IReadOnlyList<string?>)[m.Person.Id, m.Person.Name, m.Person.Email, LinkAddress.Of(address, m.Secret)]));
    });

    /// <summary>Ends all links and sessions of somebody.</summary>
    public Task RevokeAsync(string person, string? why, CancellationToken cancellation) => DoAsync(async context =>
    {
        await SignInLinks.RevokeAsync(context, person, by, why, cancellation).ConfigureAwait(false);
        return true;
    });

    /// <summary>Gives a later due time.</summary>
    /// <param name="exercise">For which exercise; null for all.</param>
    /// <param name="due">The time; without a zone, the course's.</param>
    public Task<Guid> ExtendAsync(string person, string? exercise, string due, string? why, CancellationToken cancellation) => DoAsync(async context =>
    {
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        return await Extensions.GiveAsync(context, course, person, exercise, DueTime.Read(due, course.Policy.TimeZone), by, why, cancellation).ConfigureAwait(false);
    });

    /// <summary>Gives points in the place of the checks'.</summary>
    public Task<Guid> OverrideAsync(string person, string exercise, decimal points, string? why, CancellationToken cancellation) => DoAsync(async context =>
        await Overrides.GiveAsync(context, await courses.ReadAsync(context, cancellation).ConfigureAwait(false), person, exercise, points, by, why, cancellation).ConfigureAwait(false));

    /// <summary>Takes an extension or an override back.</summary>
    public Task WithdrawAsync(Guid id, string? why, CancellationToken cancellation) => DoAsync(async context =>
    {
        if (await context.Extensions.AnyAsync(e => e.Id == id, cancellation).ConfigureAwait(false))
            await Extensions.WithdrawAsync(context, id, by, why, cancellation).ConfigureAwait(false);
        else
            await Overrides.WithdrawAsync(context, id, by, why, cancellation).ConfigureAwait(false);
        return true;
    });

    /// <summary>Asks for a set to be graded again beside the marks; the server's queue finds it.</summary>
    /// <returns>How many hand-ins that are.</returns>
    public Task<int> RegradeAsync(string name, RegradeChoice choice, string? why, CancellationToken cancellation) => DoAsync(async context =>
        (await RegradingSets.AskAsync(context, name, choice, by, why, cancellation).ConfigureAwait(false)).Gradings.Count);

    /// <summary>What applying a regrading would change, a line each.</summary>
    public Task<IReadOnlyList<LocalizedText>> PreviewAsync(string name, CancellationToken cancellation) => DoAsync<IReadOnlyList<LocalizedText>>(async context =>
    {
        var preview = await RegradingPreview.ReadAsync(context, await RegradingAsync(context, name, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return
        [
            .. preview.Changes.Select(c => LocalizedText.Same($"{c.Pair.PersonId}  {c.Exercise}/{c.Check}  {c.Before?.Points ?? 0} -> {c.After?.Points ?? 0}")),
            ($"{preview.Pairs.Count} graded again, {preview.Open} to come, {preview.Failed} on which the grader failed.", $"已重评 {preview.Pairs.Count} 份，还有 {preview.Open} 份，评分程序出错 {preview.Failed} 份。"),
        ];
    });

    /// <summary>Puts a regrading's marks in the place of those that stand.</summary>
    public Task ApplyAsync(string name, bool neverLower, string? why, CancellationToken cancellation) => DoAsync(async context =>
    {
        await RegradingSets.ApplyAsync(context, await RegradingAsync(context, name, cancellation).ConfigureAwait(false), neverLower, by, why, cancellation).ConfigureAwait(false);
        return true;
    });

    /// <summary>Forgets a regrading.</summary>
    public Task DiscardAsync(string name, string? why, CancellationToken cancellation) => DoAsync(async context =>
    {
        await RegradingSets.DiscardAsync(context, await RegradingAsync(context, name, cancellation).ConfigureAwait(false), by, why, cancellation).ConfigureAwait(false);
        return true;
    });

    /// <summary>Each student's marks with their reasons, as CSV.</summary>
    public Task<string> MarksAsync(CancellationToken cancellation) => DoAsync(async context => ClassExport.Marks(
        await courses.ReadAsync(context, cancellation).ConfigureAwait(false),
        await context.People.AsNoTracking().Where(p => p.Role == PersonRole.Student).OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false),
        await FactReading.ReadAsync(context, null, cancellation).ConfigureAwait(false),
        await context.NowAsync(cancellation).ConfigureAwait(false)));

    /// <summary>Every change that was made, as CSV.</summary>
    public Task<string> AuditAsync(CancellationToken cancellation) => DoAsync(context => ClassExport.AuditAsync(context, cancellation));

    /// <summary>Writes all that is kept of the class into a zip.</summary>
    public Task ExportAsync(Stream to, CancellationToken cancellation) => DoAsync(async context =>
    {
        await ClassExport.WriteAsync(to, context, await courses.ReadAsync(context, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return true;
    });

    /// <summary>How the queue stands.</summary>
    public Task<LocalizedText> QueueAsync(CancellationToken cancellation) => DoAsync<LocalizedText>(async context =>
    {
        var states = await context.Gradings.GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation).ConfigureAwait(false);
        var alarms = await context.Alarms.CountAsync(a => a.SeenAt == null, cancellation).ConfigureAwait(false);
        return (
            string.Create(CultureInfo.InvariantCulture, $"{states.GetValueOrDefault(GradingState.Waiting)} wait, {states.GetValueOrDefault(GradingState.Grading)} are being graded, {states.GetValueOrDefault(GradingState.Graded)} are graded, on {states.GetValueOrDefault(GradingState.GraderFailed)} the grader failed; {alarms} alarms."),
            string.Create(CultureInfo.InvariantCulture, $"等待 {states.GetValueOrDefault(GradingState.Waiting)} 份，正在评 {states.GetValueOrDefault(GradingState.Grading)} 份，已评 {states.GetValueOrDefault(GradingState.Graded)} 份，评分程序出错 {states.GetValueOrDefault(GradingState.GraderFailed)} 份；警报 {alarms} 个。"));
    });

    /// <summary>What taking a course's file would change, a line each; with <paramref name="takes"/> it is taken.</summary>
    public Task<IReadOnlyList<LocalizedText>> CourseAsync(string path, bool takes, CancellationToken cancellation) => DoAsync<IReadOnlyList<LocalizedText>>(async context =>
    {
        var (update, sources) = (new CourseUpdate(courses.Catalog), CourseFiles.Read(path, courses.Catalog));
        var difference = takes ? await update.TakeAsync(context, sources, by, cancellation).ConfigureAwait(false) : await update.CompareAsync(context, sources, cancellation).ConfigureAwait(false);
        return
        [
            .. difference.Lines.Select(LocalizedText.Same),
            .. difference.Joining.Select(s => (LocalizedText)($"{s.Id} joins", $"{s.Id} 加入")),
            .. difference.Leaving.Select(s => (LocalizedText)($"{s.Id} leaves", $"{s.Id} 离开")),
            .. difference.Renamed.Select(s => (LocalizedText)($"{s.Id} is called otherwise", $"{s.Id} 改名")),
        ];
    });

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task<Guid> RegradingAsync(ServiceContext context, string name, CancellationToken cancellation) =>
        await context.Regradings.Where(r => r.Name == name && r.State == RegradingState.Beside).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellation).ConfigureAwait(false)
        ?? throw new BadInputException(($"There is no regrading {name} that is neither applied nor discarded.", $"没有叫 {name} 的、尚未应用或丢弃的重新评分。"));

    private async Task<T> DoAsync<T>(Func<ServiceContext, Task<T>> work)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        return await work(context).ConfigureAwait(false);
    }
}
