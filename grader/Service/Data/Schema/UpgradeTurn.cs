using System.Data;
using ExerciseKit.Service.Data.Contexts;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Data.Schema;

/// <summary>One process at a time looks at the schema and changes it. EF's own lock is taken too late for that: after it was looked at.</summary>
internal sealed class UpgradeTurn : IAsyncDisposable
{
    // Any number that no other program on the same database uses.
    private const long Key = 0x6b69745f736368;

    private readonly ServiceContext? held;

    private UpgradeTurn(ServiceContext? held) => this.held = held;

    /// <summary>Waits for one's turn. A file's process has the file for itself already.</summary>
    public static async Task<UpgradeTurn> TakeAsync(ServiceContext context, CancellationToken cancellation)
    {
        if (context is not PostgresContext)
            return new UpgradeTurn(null);
        // The lock is the connection's, so that it goes with a process that is killed.
        await context.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Key})", cancellation).ConfigureAwait(false);
        return new UpgradeTurn(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (held is null || held.Database.GetDbConnection().State != ConnectionState.Open)
            return;
        await held.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})").ConfigureAwait(false);
        await held.Database.CloseConnectionAsync().ConfigureAwait(false);
    }
}
