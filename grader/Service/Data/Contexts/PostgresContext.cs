using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>On PostgreSQL, for servers and workers on any number of machines.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ServiceContext(options)
{
    // Not now(): that is when the transaction began.
    protected override string NowSql => "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"";
}
