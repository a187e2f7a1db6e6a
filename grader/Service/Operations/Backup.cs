using System.Data;
using System.IO.Compression;
using System.Text.Json;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ExerciseKit.Service.Operations;

/// <summary>Writes all that a database holds into one file, as it was at one moment, while servers and workers go on; and puts it into an empty one, of either kind.</summary>
internal static class Backup
{
    /// <summary>Writes one.</summary>
    /// <returns>How many rows of each table.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> WriteAsync(ServiceDatabase database, Stream to, CancellationToken cancellation)
    {
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var moment = await MomentAsync(context, cancellation).ConfigureAwait(false);
        await using var __ = moment.ConfigureAwait(false);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var rows in BackupRows.Of(context.Model))
        {
            using var entry = zip.CreateEntry(EntryOf(rows)).Open();
            counts[rows.Name] = await rows.WriteAsync(context, entry, cancellation).ConfigureAwait(false);
        }

        var schema = (await context.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)).Last();
        using var last = zip.CreateEntry(BackupManifest.FileName).Open();
        await JsonSerializer.SerializeAsync(last, new BackupManifest(BackupManifest.CurrentFormat, Grader.KitVersion, Plain(schema), await context.NowAsync(cancellation).ConfigureAwait(false), counts), cancellationToken: cancellation).ConfigureAwait(false);
        return counts;
    }

    /// <summary>Puts one into an empty database that has the schema already: all of it, or nothing.</summary>
    /// <returns>How many rows of each table.</returns>
    /// <exception cref="BadInputException">It is no whole backup, or of another schema, or the database is not empty.</exception>
    public static async Task<IReadOnlyDictionary<string, long>> RestoreAsync(ServiceDatabase database, string file, CancellationToken cancellation)
    {
        using var zip = Open(file);
        var manifest = Manifest(zip, file);
        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var schema = Plain(context.Database.GetMigrations().Last());
        if (manifest.Schema != schema)
            throw new BadInputException(($"{file} was written by kit {manifest.KitVersion}, with the schema {manifest.Schema}, where this one has {schema}. Restore it with that kit; this one then brings the database to its own.", $"{file} 由 kit {manifest.KitVersion} 写成，schema 是 {manifest.Schema}，而这个 kit 的是 {schema}。请用那个 kit 恢复；之后这个 kit 会升级数据库。"));
        var turn = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var __ = turn.ConfigureAwait(false);
        foreach (var rows in BackupRows.Of(context.Model))
        {
            if (!await rows.AreNoneAsync(context, cancellation).ConfigureAwait(false))
                throw new BadInputException(($"{database.Name} is not empty: it has {rows.Name}. Nothing was changed there. Restore into an empty one.", $"{database.Name} 不是空的：其中有 {rows.Name}。什么都没有改动。请恢复到空数据库里。"));
            using var entry = zip.GetEntry(EntryOf(rows))!.Open();
            var count = await rows.ReadAsync(context, entry, cancellation).ConfigureAwait(false);
            if (count != manifest.Rows[rows.Name])
                throw NotWhole(file, $"{rows.Name}: {count} rows instead of {manifest.Rows[rows.Name]}");
        }

        await ForgetWorkersAsync(context, cancellation).ConfigureAwait(false);
        await turn.CommitAsync(cancellation).ConfigureAwait(false);
        return manifest.Rows;
    }

    // Whoever graded then does not do so here, and its jobs are not here either.
    private static async Task ForgetWorkersAsync(ServiceContext context, CancellationToken cancellation)
    {
        await context.Gradings.Where(g => g.State == GradingState.Grading).ExecuteUpdateAsync(set => set.SetProperty(g => g.State, GradingState.Waiting).SetProperty(g => g.WorkerId, (string?)null).SetProperty(g => g.LeaseEnd, (DateTimeOffset?)null), cancellation).ConfigureAwait(false);
        await context.Gradings.Where(g => g.JobId != null).ExecuteUpdateAsync(set => set.SetProperty(g => g.JobId, (string?)null), cancellation).ConfigureAwait(false);
        await context.AfterIdsWereGivenAsync(cancellation).ConfigureAwait(false);
    }

    // Everything as it is at one moment, and nobody waits for that.
    private static async Task<IDbContextTransaction> MomentAsync(ServiceContext context, CancellationToken cancellation)
    {
        if (context is not SqliteContext)
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
        await context.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return (await context.Database.UseTransactionAsync(((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellation).ConfigureAwait(false))!;
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BadInputException(($"{file} can't be read: {e.Message} Name a file that `kit backup` wrote.", $"{file} 无法读取：“{e.Message}”请指定 `kit backup` 写出的文件。"));
        }
    }

    private static BackupManifest Manifest(ZipArchive zip, string file)
    {
        if (zip.GetEntry(BackupManifest.FileName) is not { } entry)
            throw NotWhole(file, $"it has no {BackupManifest.FileName}");
        using var stream = entry.Open();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(stream)!;
        return manifest.Format == BackupManifest.CurrentFormat ? manifest : throw new BadInputException(($"{file} is of the format {manifest.Format}, where this kit reads {BackupManifest.CurrentFormat}. Use the kit that wrote it.", $"{file} 的格式是 {manifest.Format}，而这个 kit 读的是 {BackupManifest.CurrentFormat}。请用写出它的那个 kit。"));
    }

    // Both databases have the same migrations, each with a time of its own before the name.
    private static string Plain(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static string EntryOf(BackupRows rows) => rows.Name + ".jsonl";

    private static BadInputException NotWhole(string file, string how) => new((
        $"{file} is no whole backup: {how}. Nothing was changed. Use another one.",
        $"{file} 不是完整的备份：“{how}”。什么都没有改动。请使用别的备份。"));
}
