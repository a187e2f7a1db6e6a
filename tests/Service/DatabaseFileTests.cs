using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Data.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

public sealed class DatabaseFileTests
{
    [Test, CancelAfter(300_000)]
    public async Task A_file_is_written_ahead_waits_for_others_and_holds_foreign_keys(CancellationToken cancellation)
    {
        await using var online = ClassOnline.Make(DatabaseKind.Embedded);
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        await using var context = online.Database.CreateContext();

        Assert.That(await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(cancellation), Is.EqualTo("wal"));
        context.HandInFiles.Add(new HandInFileRow { HandInId = Guid.NewGuid(), Content = [1] });
        Assert.That(async () => await context.SaveChangesAsync(cancellation), Throws.TypeOf<DbUpdateException>().With.InnerException.TypeOf<SqliteException>());
    }
}
