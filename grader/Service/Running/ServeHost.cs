using System.Net.Sockets;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Queue;
using ExerciseKit.Service.Receiving;
using ExerciseKit.Service.Teaching;
using ExerciseKit.Service.Web;
using ExerciseKit.Service.Web.Access;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExerciseKit.Service.Running;

/// <summary>The server of a class: takes hand-ins, and grades them itself where it is asked to.</summary>
/// <param name="catalog">The exercises.</param>
/// <param name="options">What it has in common with workers.</param>
/// <param name="serving">What it does besides.</param>
/// <param name="tell">Told what the user is to know.</param>
public sealed class ServeHost(ExerciseCatalog catalog, ServiceOptions options, ServeOptions serving, Action<LocalizedText> tell)
{
    /// <summary>Serves until it is told to end.</summary>
    /// <exception cref="BadInputException">The course, the database or the address can't be used.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var files = CourseFiles.Read(serving.Course, catalog);
        var opened = await OpenedDatabase.OpenAsync(options, tell, TimeProvider.System, cancellation).ConfigureAwait(false);
        await using var _ = opened.ConfigureAwait(false);
        await TakeCourseAsync(opened, files, cancellation).ConfigureAwait(false);
        var app = Build(opened);
        await using var __ = app.ConfigureAwait(false);
        await app.Services.GetRequiredService<Sweep>().BeginAsync(cancellation).ConfigureAwait(false);
        await StartAsync(app, cancellation).ConfigureAwait(false);
        tell(($"{files.Policy.Name} is served at {string.Join(", ", app.Urls)}, on {opened.Database.Name}. Ctrl-C ends it.", $"{files.Policy.Name} 的网址是 {string.Join("、", app.Urls)}，数据在 {opened.Database.Name}。按 Ctrl-C 结束。"));
        await WelcomeTeacherAsync(opened, serving.PublicAddress ?? new Uri(app.Urls.First()), cancellation).ConfigureAwait(false);
        await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
    }

    private WebApplication Build(OpenedDatabase opened)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ServiceParts.LogTo(builder.Logging, options);
        builder.WebHost.UseKestrelCore().UseUrls(serving.Address);
        builder.Services.AddRouting();
        builder.Services.AddQueue(opened, catalog, options);
        builder.Services.AddHangfire(engine => engine.UseStorage(opened.Storage));
        if (options.Jobs > 0)
            builder.Services.AddWorker(catalog, options);
        builder.Services.AddSingleton<IGradingQueue, PagesQueue>();
        builder.Services.AddServicePages(new ServicePagesOptions { Address = serving.PublicAddress, Proxies = serving.Proxies, CourseFile = serving.Course });
        var app = builder.Build();
        app.MapServicePages();
        app.MapHangfireDashboard(ServicePolicies.JobsPath, new DashboardOptions { Authorization = [], AppPath = "/teacher/queue", DisplayStorageConnectionString = false }, opened.Storage)
            .RequireAuthorization(ServicePolicies.Teacher);
        Health.Map(app);
        return app;
    }

    // Somebody must be the first to sign in.
    private async Task WelcomeTeacherAsync(OpenedDatabase opened, Uri address, CancellationToken cancellation)
    {
        var context = opened.Database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (await context.People.AnyAsync(p => p.Role == PersonRole.Teacher && p.LeftAt == null, cancellation).ConfigureAwait(false))
            return;
        const string Name = "teacher";
        await Teachers.AddAsync(context, Name, Environment.UserName, cancellation).ConfigureAwait(false);
        var link = LinkAddress.Of(address, await SignInLinks.IssueAsync(context, Name, Environment.UserName, TimeSpan.FromDays(1), cancellation).ConfigureAwait(false));
        // On a line of its own, so that it can be taken as a whole.
        tell(($"Sign in as the teacher by this link (good once, for a day; `kit admin teacher NAME` makes more):\n{link}", $"老师请用这个链接登录（只能用一次，一天内有效；用 `kit admin teacher 名称` 可以再建）：\n{link}"));
    }

    private async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new BadInputException(($"{serving.Address} is in use by another program. Stop that one, or name another with --listen.", $"{serving.Address} 已被别的程序占用。请停止那个程序，或用 --listen 指定别的地址。"));
        }
        catch (Exception e) when (e is SocketException or FormatException or InvalidOperationException)
        {
            throw new BadInputException(($"{serving.Address} can't be listened at: {e.Message} Name an address of this machine with --listen, as http://127.0.0.1:8080.", $"无法在 {serving.Address} 上监听：“{e.Message}”请用 --listen 指定本机的地址，例如 http://127.0.0.1:8080。"));
        }
    }

    private async Task TakeCourseAsync(OpenedDatabase opened, CourseFiles files, CancellationToken cancellation)
    {
        var context = opened.Database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var update = new CourseUpdate(catalog);
        var standing = await context.Courses.AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (standing is null || serving.TakesCourse)
        {
            await update.TakeAsync(context, files, Environment.UserName, cancellation).ConfigureAwait(false);
            return;
        }

        if ((await update.CompareAsync(context, files, cancellation).ConfigureAwait(false)).IsEmpty)
            return;
        var kit = KitFingerprint.Of(catalog);
        // A worker by another kit than the class's would make marks that are not comparable.
        if (standing.Kit != kit && options.Jobs > 0)
            throw new BadInputException((
                $"The class is graded by kit {standing.KitVersion} ({standing.Kit[..8]}), and this is {Grader.KitVersion} ({kit[..8]}): marks of both would not be comparable. Use that one, or take this one with --take-course, and regrade.",
                $"全班是用 kit {standing.KitVersion}（{standing.Kit[..8]}）评分的，而这个是 {Grader.KitVersion}（{kit[..8]}）：两者的成绩不可比。请使用那个，或用 --take-course 改用这个，并重新评分。"));
        tell(CourseDifference.Words(standing, files));
    }
}
