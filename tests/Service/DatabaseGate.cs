using Npgsql;

namespace ExerciseKit.Tests.Service;

/// <summary>A point in the database that nobody passes until it is opened: so a process is known to be exactly there.</summary>
internal sealed class DatabaseGate : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly int key;

    private DatabaseGate(NpgsqlConnection connection, int key) => (this.connection, this.key) = (connection, key);

    /// <summary>Closes one.</summary>
    /// <param name="database">Where.</param>
    /// <param name="key">A number of its own.</param>
    /// <param name="when">At what: a trigger's event, table and condition.</param>
    public static async Task<DatabaseGate> CloseAsync(string database, int key, string when)
    {
        // Not of a pool: the lock is the connection's.
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        var gate = new DatabaseGate(connection, key);
        await gate.ExecuteAsync($"SELECT pg_advisory_lock({key})");
        await gate.ExecuteAsync($"CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared({key}); RETURN NEW; END $$");
        await gate.ExecuteAsync($"CREATE TRIGGER gate {when} EXECUTE FUNCTION gate()");
        return gate;
    }

    /// <summary>Waits until somebody stands there.</summary>
    public async Task UntilSomebodyWaitsAsync(CancellationToken cancellation)
    {
        while (await AskAsync($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {key} AND NOT granted") == 0)
            await Task.Delay(20, cancellation);
    }

    /// <summary>Breaks the connections of those who stand there.</summary>
    public Task CutWaitingAsync() => ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = {key} AND NOT granted");

    /// <summary>Lets all pass.</summary>
    public Task OpenAsync() => ExecuteAsync($"SELECT pg_advisory_unlock({key})");

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> AskAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
