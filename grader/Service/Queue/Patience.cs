using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ExerciseKit.Service.Queue;

/// <summary>Tries again where the database is away, busy or full: it comes back, and what was graded meanwhile is not to be lost.</summary>
internal static class Patience
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Does something that may be done twice, until it is done.</summary>
    /// <param name="work">It.</param>
    /// <param name="waits">Told why it is tried again.</param>
    /// <param name="cancellation">Ends the trying.</param>
    public static async Task<T> UntilDoneAsync<T>(Func<CancellationToken, Task<T>> work, Action<Exception> waits, CancellationToken cancellation)
    {
        for (var pause = First; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                return await work(cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (IsPassing(e) && !cancellation.IsCancellationRequested)
            {
                waits(e);
                await Task.Delay(pause, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether the database may be there again in a moment.</summary>
    public static bool IsPassing(Exception e) => e switch
    {
        PostgresException said => said.IsTransient || said.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        NpgsqlException or SocketException => true,
        SqliteException said => said.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteFull,
        DbException => false,
        // A connection that broke in the middle.
        IOException or TimeoutException => true,
        _ => e.InnerException is { } inner && IsPassing(inner),
    };
}
