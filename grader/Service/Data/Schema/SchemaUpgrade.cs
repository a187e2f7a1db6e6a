using System.Data.Common;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ExerciseKit.Service.Data.Schema;

/// <summary>Brings a database to the schema that this build knows, one process at a time, or says why it can't be.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Does it.</summary>
    /// <param name="database">The database; of a file, its process must have it for itself.</param>
    /// <param name="cancellation">Ends it between two migrations.</param>
    /// <param name="whileAlone">What else one process at a time does with it; null for nothing.</param>
    /// <exception cref="BadInputException">It has a newer schema, or is not whole.</exception>
    public static async Task RunAsync(ServiceDatabase database, CancellationToken cancellation, Action? whileAlone = null)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        if (database.IsEmbedded)
        {
            // Readers and the writer do not wait for each other then. EF does so only where it makes the file, and to look at it made it.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellation).ConfigureAwait(false);
            await ForgetDeadLockAsync(context, cancellation).ConfigureAwait(false);
        }

        var turn = await UpgradeTurn.TakeAsync(context, cancellation).ConfigureAwait(false);
        await using var __ = turn.ConfigureAwait(false);
        await ThrowIfNewerAsync(database, context, cancellation).ConfigureAwait(false);
        await MigrateAsync(database, context, cancellation).ConfigureAwait(false);
        await ThrowIfNotWholeAsync(database, context, cancellation).ConfigureAwait(false);
        whileAlone?.Invoke();
    }

    // On SQLite EF's lock is a row, which a process that was killed leaves for ever. Here nobody else has the file.
    private static async Task ForgetDeadLockAsync(ServiceContext context, CancellationToken cancellation)
    {
        const string Table = "__EFMigrationsLock";
        if (await context.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = {Table}").SingleAsync(cancellation).ConfigureAwait(false) > 0)
            await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{Table}\"", cancellation).ConfigureAwait(false);
    }

    private static async Task ThrowIfNewerAsync(ServiceDatabase database, ServiceContext context, CancellationToken cancellation)
    {
        if (!await context.GetService<IHistoryRepository>().ExistsAsync(cancellation).ConfigureAwait(false))
            return;
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false);
        if (applied.Where(m => !known.Contains(m)).ToList() is { Count: > 0 } unknown)
        {
            throw new BadInputException((
                $"{database.Name} was made by a newer kit: it has {string.Join(", ", unknown)}, which this one does not know. Nothing was changed there. Use that kit, or restore a backup of before into an empty database.",
                $"{database.Name} 是新版的 kit 建立的：其中有 {string.Join("、", unknown)}，这个 kit 不认识。什么都没有改动。请使用那个版本的 kit，或者把之前的备份恢复到空数据库里。"));
        }
    }

    private static async Task MigrateAsync(ServiceDatabase database, ServiceContext context, CancellationToken cancellation)
    {
        try
        {
            await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
        }
        catch (DbException e) when (e.Message.Contains("already exists", StringComparison.Ordinal))
        {
            throw NotWhole(database, e.Message);
        }
    }

    private static async Task ThrowIfNotWholeAsync(ServiceDatabase database, ServiceContext context, CancellationToken cancellation)
    {
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()!))
        {
            try
            {
#pragma warning disable EF1002 // The name is the model's.
                await context.Database.ExecuteSqlRawAsync($"SELECT 0 FROM \"{table}\" WHERE 1 = 0", cancellation).ConfigureAwait(false);
#pragma warning restore EF1002
            }
            catch (DbException e) when (e.Message.Contains(table, StringComparison.Ordinal))
            {
                throw NotWhole(database, e.Message);
            }
        }
    }

    private static BadInputException NotWhole(ServiceDatabase database, string how) => new((
        $"{database.Name} has only a part of what a kit's database has ({how.TrimEnd('.')}), as after a restore that was cut off. Nothing was changed there. Restore a backup into an empty database.",
        $"{database.Name} 里只有 kit 数据库的一部分（“{how}”），例如恢复中途被打断。什么都没有改动。请把备份恢复到空数据库里。"));
}
