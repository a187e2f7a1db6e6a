using ExerciseKit.Exercises;
using ExerciseKit.Grading;
using ExerciseKit.Service.Queue;
using ExerciseKit.Service.Work;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ExerciseKit.Service.Running;

/// <summary>Which parts a server and a worker are made of.</summary>
internal static class ServiceParts
{
    /// <summary>What both have: the database, the queue, and what looks after it.</summary>
    public static IServiceCollection AddQueue(this IServiceCollection services, OpenedDatabase opened, ExerciseCatalog catalog, ServiceOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(catalog);
        services.AddSingleton(opened.Database);
        services.AddSingleton(opened.Storage);
        services.AddSingleton(options.Lease is { } lease ? new LeaseTimes(lease, lease / 4, TimeSpan.FromSeconds(1)) : LeaseTimes.Default);
        services.AddSingleton<Leases>();
        services.AddSingleton<GradingJobs>();
        services.AddSingleton<ResultKeeping>();
        services.AddSingleton<Sweep>();
        services.AddHostedService(all => all.GetRequiredService<Sweep>());
        return services;
    }

    /// <summary>What grades.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services, ExerciseCatalog catalog, ServiceOptions options)
    {
        services.AddSingleton(WorkerSelf.Of(options.Jobs, KitFingerprint.Of(catalog), options.RequireSandbox));
        services.AddSingleton(options.ProbeEvery is { } every ? new ProbeTimes(every) : ProbeTimes.Default);
        services.AddSingleton<WorkerState>();
        services.AddSingleton<HeldGradings>();
        services.AddSingleton<Slots>();
        services.AddSingleton<HandInWork>();
        services.AddSingleton<Probe>();
        services.AddSingleton<Doubt>();
        services.AddSingleton<IGradingJob, GradingJob>();
        services.AddSingleton<JobActivator, PartsActivator>();
        services.AddSingleton<WorkerLife>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService(all => all.GetRequiredService<WorkerLife>());
        return services;
    }

    /// <summary>A line for each thing that happens, on standard error.</summary>
    public static void LogTo(ILoggingBuilder logging, ServiceOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("ExerciseKit", LogLevel.Information);
        // It tells each time that the database is away, several times a second.
        logging.AddFilter("Hangfire", LogLevel.Error);
        // Both warn of what is meant so: that a page with a form is kept by nobody, and that the sessions' keys are in the database, whose keeping the README speaks of.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (options.LogsJson)
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(plain => (plain.SingleLine, plain.ColorBehavior, plain.UseUtcTimestamp, plain.TimestampFormat) = (true, LoggerColorBehavior.Disabled, true, "yyyy-MM-dd'T'HH:mm:ss'Z '"));
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
