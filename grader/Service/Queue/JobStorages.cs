using ExerciseKit.Service.Data.Contexts;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace ExerciseKit.Service.Queue;

/// <summary>Where Hangfire keeps jobs.</summary>
internal static class JobStorages
{
    /// <summary>Beside the service's own tables on a server; in memory where one process does all, for its database has what is needed to make them again.</summary>
    /// <param name="database">The service's database, on whose schema nobody else works at the time.</param>
    public static JobStorage Of(ServiceDatabase database) => database.IsEmbedded ? new InMemoryStorage() : OnServer(database);

    private static PostgreSqlStorage OnServer(ServiceDatabase database)
    {
        var options = new PostgreSqlStorageOptions
        {
            // The default, half an hour that does not slide, gives a job to a second worker while the first still grades, or half an hour
            // after the first was killed. A job that is worked on is kept from others for as long as its worker lives, and two minutes.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(2),
            // The default, 15 s, is longer than most gradings take. A notification comes at once; this is for one that was lost.
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(1),
            SchemaName = "hangfire",
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(database.Connection, options), options);
    }
}
