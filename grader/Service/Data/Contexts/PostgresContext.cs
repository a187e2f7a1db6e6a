using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>On PostgreSQL, for servers and workers on any number of machines.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ServiceContext(options)
{
    // Not now(): that is when the transaction began.
    protected override string NowSql => "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"";

    // SQLite looks at what is there; PostgreSQL counts by itself.
    public override async Task AfterIdsWereGivenAsync(CancellationToken cancellation)
    {
        foreach (var table in (string[])["Audit", "Courses", "Probes", "ProtectionKeys"])
        {
#pragma warning disable EF1002 // The names stand above.
            await Database.ExecuteSqlRawAsync($"SELECT setval(pg_get_serial_sequence('\"{table}\"', 'Id'), GREATEST(1, (SELECT COALESCE(MAX(\"Id\"), 0) FROM \"{table}\")), (SELECT COUNT(*) FROM \"{table}\") > 0)", cancellation).ConfigureAwait(false);
#pragma warning restore EF1002
        }
    }
}
