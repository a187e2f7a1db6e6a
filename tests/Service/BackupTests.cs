using ExerciseKit.Classes.HandIns;
using ExerciseKit.Classes.Results;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Data.Schema;
using ExerciseKit.Service.Operations;
using ExerciseKit.Service.Queue;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

[NeedsPostgres]
public sealed class BackupTests
{
    [Test, CancelAfter(300_000)]
    public async Task What_is_restored_into_an_empty_database_of_either_kind_is_what_was_there([Values] DatabaseKind from, [Values] DatabaseKind to, CancellationToken cancellation)
    {
        await using var before = await ClassOnline.BeginAsync(from, cancellation);
        await FillAsync(before, cancellation);
        await using var after = ClassOnline.Make(to);
        await SchemaUpgrade.RunAsync(after.Database, cancellation);
        var file = Path.Combine(before.Folder, "backup.zip");
        await using (var stream = File.Create(file))
            await Backup.WriteAsync(before.Database, stream, cancellation);

        var rows = await Backup.RestoreAsync(after.Database, file, cancellation);

        Assert.That(rows["HandIns"], Is.EqualTo(3));
        Assert.That(await TextAsync(after), Is.EqualTo(await TextAsync(before)));
        Assert.That((await after.AskAsync(c => c.Gradings.AsNoTracking().ToListAsync(cancellation))).Select(g => (g.State, g.WorkerId, g.JobId)), Is.EquivalentTo([(GradingState.Graded, "w1", (string?)null), (GradingState.Waiting, null, null), (GradingState.Waiting, null, null)]), "What was being graded is nobody's.");
        // The next numbers come after those that were restored.
        await using var context = after.Database.CreateContext();
        context.Audit.Add(new AuditRow { At = await context.NowAsync(cancellation), By = "ann", What = "override", Why = "later" });
        Assert.That(async () => await context.SaveChangesAsync(cancellation), Throws.Nothing);
    }

    [Test, CancelAfter(300_000)]
    public async Task A_database_that_is_not_empty_and_a_backup_that_was_cut_off_are_refused_and_nothing_is_changed([Values] DatabaseKind kind, CancellationToken cancellation)
    {
        await using var before = await ClassOnline.BeginAsync(kind, cancellation);
        await FillAsync(before, cancellation);
        var file = Path.Combine(before.Folder, "backup.zip");
        await using (var stream = File.Create(file))
            await Backup.WriteAsync(before.Database, stream, cancellation);
        var cut = Path.Combine(before.Folder, "cut.zip");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(file, cancellation))[..500], cancellation);
        await using var empty = ClassOnline.Make(kind);
        await SchemaUpgrade.RunAsync(empty.Database, cancellation);

        Assert.That(async () => await Backup.RestoreAsync(before.Database, file, cancellation), Throws.TypeOf<BadInputException>().With.Message.Contains("is not empty"));
        Assert.That(async () => await Backup.RestoreAsync(empty.Database, cut, cancellation), Throws.TypeOf<BadInputException>().With.Message.Contains("kit backup"));
        Assert.That(await empty.AskAsync(c => c.People.CountAsync(cancellation)), Is.Zero);
        Assert.That(await before.AskAsync(c => c.HandIns.CountAsync(cancellation)), Is.EqualTo(3));
    }

    private static async Task FillAsync(ClassOnline online, CancellationToken cancellation)
    {
        var leases = new Leases(online.Database, LeaseTimes.Default);
        var graded = await online.HandInAsync("s1", ClassOnline.Join, ClassOnline.Right(ClassOnline.Join), cancellation);
        var grading = await online.HandInAsync("s2", ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join), cancellation);
        await online.HandInAsync("s3", ClassOnline.Join, ClassOnline.Broken(ClassOnline.Join), cancellation);
        var claim = (await leases.ClaimAsync(graded.GradingId, "w1", cancellation))!;
        var record = new HandInRecord("key", "place", [new Student("s1", "Student 1")], "as") { Problem = "cut short" };
        await new ResultKeeping(online.Database).PutAsync(claim, new GradedHandIn("kit", "as", record, null), "w1", cancellation);
        await leases.ClaimAsync(grading.GradingId, "w2", cancellation);
        await online.AskAsync(async c =>
        {
            c.Overrides.Add(new OverrideRow { Id = Guid.NewGuid(), PersonId = "s1", Exercise = ClassOnline.Join, Points = 7.2525m, Reason = "学号 \"s1\"\nwas ill", GivenAt = DateTimeOffset.UnixEpoch, GivenBy = "ann" });
            return await c.SaveChangesAsync(cancellation);
        });
    }

    // All of it, in one order, but for what a restored class forgets.
    private static async Task<string> TextAsync(ClassOnline online)
    {
        await using var context = online.Database.CreateContext();
        var text = new MemoryStream();
        foreach (var rows in BackupRows.Of(context.Model).Where(r => r.Name != "Gradings"))
        {
            using var table = new MemoryStream();
            await rows.WriteAsync(context, table, CancellationToken.None);
            text.Write(System.Text.Encoding.UTF8.GetBytes(rows.Name + "\n" + string.Join('\n', System.Text.Encoding.UTF8.GetString(table.ToArray()).Split('\n').Order(StringComparer.Ordinal)) + "\n"));
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
