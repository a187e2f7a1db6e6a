using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Tests.Service;

[TestFixture(DatabaseKind.Embedded), TestFixture(DatabaseKind.Postgres), NeedsPostgres]
public sealed class SchemaTests(DatabaseKind kind)
{
    private ClassOnline online = null!;

    [SetUp]
    public void SetUp() => online = ClassOnline.Make(kind);

    [TearDown]
    public async Task TearDownAsync() => await online.DisposeAsync();

    [Test, CancelAfter(300_000)]
    public async Task An_empty_database_is_brought_to_the_schema_and_the_second_time_nothing_is_done(CancellationToken cancellation)
    {
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        await SchemaUpgrade.RunAsync(online.Database, cancellation);

        Assert.That(await online.AskAsync(c => c.Database.GetPendingMigrationsAsync(cancellation)), Is.Empty);
        Assert.That(await online.AskAsync(c => c.HandIns.CountAsync(cancellation)), Is.Zero);
    }

    [Test]
    public async Task The_migrations_are_those_of_the_rows() =>
        Assert.That(await online.AskAsync(c => Task.FromResult(c.Database.HasPendingModelChanges())), Is.False, "Run .ci/migrating/add.");

    [Test, CancelAfter(300_000)]
    public async Task Processes_that_start_together_bring_it_there_once(CancellationToken cancellation)
    {
        if (kind == DatabaseKind.Embedded)
        {
            // One of them alone can be there.
            using var own = OwnFile.Take(online.Database.File!);
            Assert.That(() => OwnFile.Take(online.Database.File!), Throws.TypeOf<BadInputException>().With.Message.Contains("in use by another kit"));
            return;
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SchemaUpgrade.RunAsync(online.Database, cancellation), cancellation)));

        Assert.That(await online.AskAsync(c => c.Database.GetPendingMigrationsAsync(cancellation)), Is.Empty);
    }

    [Test, CancelAfter(300_000)]
    public async Task One_that_was_killed_in_the_middle_of_it_keeps_nobody_out(CancellationToken cancellation)
    {
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        // What EF leaves on SQLite where its process is killed while it has the lock; on PostgreSQL the lock goes with the connection.
        if (kind == DatabaseKind.Embedded)
            await online.AskAsync(c => c.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-28 10:00:00')", cancellation));

        Assert.That(async () => await SchemaUpgrade.RunAsync(online.Database, cancellation), Throws.Nothing);
    }

    [Test, CancelAfter(300_000)]
    public async Task A_newer_schema_is_refused_and_nothing_changed(CancellationToken cancellation)
    {
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        await online.AskAsync(c => c.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Later', '99.0.0')", cancellation));

        Assert.That(
            async () => await SchemaUpgrade.RunAsync(online.Database, cancellation),
            Throws.TypeOf<BadInputException>().With.Message.Contains("made by a newer kit: it has 29991231235959_Later"));
    }

    [TestCase("DROP TABLE \"Alarms\""), TestCase("DROP TABLE \"__EFMigrationsHistory\""), CancelAfter(300_000)]
    public async Task A_database_that_is_not_whole_is_refused(string harm, CancellationToken cancellation)
    {
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        await online.AskAsync(c => c.Database.ExecuteSqlRawAsync(harm, cancellation));

        Assert.That(
            async () => await SchemaUpgrade.RunAsync(online.Database, cancellation),
            Throws.TypeOf<BadInputException>().With.Message.Contains("only a part of what a kit's database has"));
    }

    [TestCase("UPDATE \"Audit\" SET \"Why\" = 'no reason'"), TestCase("DELETE FROM \"Audit\""), CancelAfter(300_000)]
    public async Task The_audit_log_is_never_changed(string harm, CancellationToken cancellation)
    {
        await SchemaUpgrade.RunAsync(online.Database, cancellation);
        await using var context = online.Database.CreateContext();
        context.Audit.Add(new AuditRow { At = await context.NowAsync(cancellation), By = "ann", What = "override", Why = "was ill" });
        await context.SaveChangesAsync(cancellation);

        Assert.That(async () => await context.Database.ExecuteSqlRawAsync(harm, cancellation), Throws.InstanceOf<System.Data.Common.DbException>().With.Message.Contains("never changed"));
        Assert.That(await context.Audit.AsNoTracking().Select(a => a.Why).SingleAsync(cancellation), Is.EqualTo("was ill"));
    }
}
