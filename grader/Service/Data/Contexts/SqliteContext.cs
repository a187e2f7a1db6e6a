using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>On SQLite, in a file of the one machine.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : ServiceContext(options)
{
    protected override string NowSql => "SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS \"Value\"";
}
