using System.Globalization;
using ExerciseKit.Contract.Faults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>The database that the service keeps all in: a file, or a PostgreSQL server.</summary>
internal sealed class ServiceDatabase : IAsyncDisposable
{
    private const int BusySeconds = 30;

    private readonly Func<ServiceContext> create;
    private readonly IAsyncDisposable? pool;

    private ServiceDatabase(string name, string connection, Func<ServiceContext> create, string? file, IAsyncDisposable? pool) =>
        (Name, Connection, this.create, File, this.pool) = (name, connection, create, file, pool);

    /// <summary>What it is called in messages; never its password.</summary>
    public string Name { get; }

    public string Connection { get; }

    /// <summary>The file that it is; null on a server.</summary>
    public string? File { get; }

    public bool IsEmbedded => File is not null;

    /// <summary>A file of this machine, made where it is not there. One process at a time may have it: see <see cref="OwnFile"/>.</summary>
    public static ServiceDatabase InFile(string path)
    {
        var full = Path.GetFullPath(path);
        // The busy time is how long a writer waits for another.
        var connection = new SqliteConnectionStringBuilder { DataSource = full, ForeignKeys = true, DefaultTimeout = BusySeconds }.ToString();
        var options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options;
        return new ServiceDatabase(full, connection, () => new SqliteContext(options), full, pool: null);
    }

    /// <summary>A PostgreSQL server.</summary>
    /// <param name="connection">As Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <exception cref="BadInputException">It can't be read, or names no host.</exception>
    public static ServiceDatabase OnServer(string connection)
    {
        NpgsqlConnectionStringBuilder said;
        try
        {
            said = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "exercisekit" };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The text may hold a password, so it is not told again.
            throw new BadInputException((
                $"--database can't be read: {e.Message} Write it as \"Host=db.example.edu;Database=kit;Username=kit;Password=…\".",
                $"--database 无法读取：“{e.Message}”请写成 \"Host=db.example.edu;Database=kit;Username=kit;Password=…\" 的形式。"));
        }

        if (string.IsNullOrEmpty(said.Host))
            throw new BadInputException(("--database names no host. Write it as \"Host=db.example.edu;Database=kit;Username=kit;Password=…\".", "--database 没有指定主机。请写成 \"Host=db.example.edu;Database=kit;Username=kit;Password=…\" 的形式。"));
        var name = string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {said.Database ?? said.Username} at {said.Host}:{said.Port}");
        var source = NpgsqlDataSource.Create(said);
        var options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(source).Options;
        return new ServiceDatabase(name, said.ToString(), () => new PostgresContext(options), file: null, source);
    }

    /// <summary>A context for one piece of work.</summary>
    public ServiceContext CreateContext() => create();

    public async ValueTask DisposeAsync()
    {
        if (pool is not null)
            await pool.DisposeAsync().ConfigureAwait(false);
    }
}
