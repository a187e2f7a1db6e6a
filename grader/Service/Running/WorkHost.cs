using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Queue;
using ExerciseKit.Service.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using DotnetHost = Microsoft.Extensions.Hosting.Host;

namespace ExerciseKit.Service.Running;

/// <summary>A worker: takes jobs from a database, grades, and brings the results back. It needs nothing else.</summary>
/// <param name="catalog">The exercises.</param>
/// <param name="options">How.</param>
/// <param name="tell">Told what the user is to know.</param>
public sealed class WorkHost(ExerciseCatalog catalog, ServiceOptions options, Action<LocalizedText> tell)
{
    /// <summary>Works until it is told to end.</summary>
    /// <exception cref="BadInputException">The database can't be used, or is another kit's.</exception>
    /// <exception cref="GraderFaultException">This machine does not grade as it must.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var opened = await OpenedDatabase.OpenAsync(options, tell, TimeProvider.System, cancellation).ConfigureAwait(false);
        await using var _ = opened.ConfigureAwait(false);
        await ThrowIfOtherKitAsync(opened, cancellation).ConfigureAwait(false);
        var builder = DotnetHost.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        ServiceParts.LogTo(builder.Logging, options);
        builder.Services.AddQueue(opened, catalog, options).AddWorker(catalog, options);
        using var host = builder.Build();
        LocalizedText? refused = null;
        host.Services.GetRequiredService<WorkerLife>().Refused += why =>
        {
            refused = why;
            host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        };
        await host.Services.GetRequiredService<Sweep>().BeginAsync(cancellation).ConfigureAwait(false);
        await host.RunAsync(cancellation).ConfigureAwait(false);
        if (refused is not null)
            throw new RefusedWorkerException(refused);
    }

    private async Task ThrowIfOtherKitAsync(OpenedDatabase opened, CancellationToken cancellation)
    {
        var context = opened.Database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var course = await StandingCourse.LoadAsync(context, catalog, cancellation).ConfigureAwait(false)
            ?? throw new BadInputException(($"{opened.Database.Name} holds no course yet. Start `kit serve COURSE` with the same --database first.", $"{opened.Database.Name} 里还没有课程。请先用同样的 --database 启动 `kit serve COURSE`。"));
        var kit = KitFingerprint.Of(catalog);
        if (course.Row.Kit != kit)
            throw new BadInputException((
                $"This kit ({Grader.KitVersion}, {kit[..8]}) is not the one that the class is graded by ({course.Row.KitVersion}, {course.Row.Kit[..8]}): marks of both would not be comparable. Install that one here; or start `kit serve --take-course` with this one, and regrade.",
                $"这个 kit（{Grader.KitVersion}，{kit[..8]}）不是给全班评分的那个（{course.Row.KitVersion}，{course.Row.Kit[..8]}）：两者的成绩不可比。请在这里安装那个 kit；或者用这个 kit 启动 `kit serve --take-course`，并重新评分。"));
    }
}
