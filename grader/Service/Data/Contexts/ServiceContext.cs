using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>All that the service keeps; the same on each database. Nothing in it is a mark: marks are drawn from results, rules and overrides.</summary>
internal abstract class ServiceContext(DbContextOptions options) : DbContext(options)
{
    private const int HashChars = 64;
    private const int NameChars = 200;
    private const int WordChars = 40;

    public DbSet<CourseRow> Courses => Set<CourseRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();

    public DbSet<HandInRow> HandIns => Set<HandInRow>();

    public DbSet<HandInFileRow> HandInFiles => Set<HandInFileRow>();

    public DbSet<GradingRow> Gradings => Set<GradingRow>();

    public DbSet<ResultRow> Results => Set<ResultRow>();

    public DbSet<CheckSeenRow> ChecksSeen => Set<CheckSeenRow>();

    public DbSet<RegradingRow> Regradings => Set<RegradingRow>();

    public DbSet<OverrideRow> Overrides => Set<OverrideRow>();

    public DbSet<ExtensionRow> Extensions => Set<ExtensionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AlarmRow> Alarms => Set<AlarmRow>();

    public DbSet<WorkerRow> Workers => Set<WorkerRow>();

    public DbSet<ProbeRow> Probes => Set<ProbeRow>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    /// <summary>The SQL of what time it is by the database's clock, in milliseconds since 1970.</summary>
    protected abstract string NowSql { get; }

    /// <summary>What time it is by the one clock that all servers and workers share.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellation) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await Database.SqlQueryRaw<long>(NowSql).SingleAsync(cancellation).ConfigureAwait(false));

    /// <summary>After rows were put in with the numbers that they had: the next ones come after those.</summary>
    public virtual Task AfterIdsWereGivenAsync(CancellationToken cancellation) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(WordChars);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 4);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CourseRow>(course =>
        {
            course.Property(c => c.Sha256).HasMaxLength(HashChars);
            course.Property(c => c.RosterSha256).HasMaxLength(HashChars);
            course.Property(c => c.Kit).HasMaxLength(HashChars);
        });
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.Property(p => p.Id).HasMaxLength(NameChars);
            person.HasIndex(p => p.Subject).IsUnique();
        });
        modelBuilder.Entity<SignInLinkRow>(link =>
        {
            link.HasIndex(l => l.SecretHash).IsUnique();
            link.HasOne<PersonRow>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        ConfigureHandIns(modelBuilder);
        ConfigureGradings(modelBuilder);
        modelBuilder.Entity<OverrideRow>().HasOne<PersonRow>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<ExtensionRow>().HasOne<PersonRow>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.HasIndex(a => a.At);
            audit.HasIndex(a => a.PersonId);
        });
        modelBuilder.Entity<AlarmRow>().HasIndex(a => a.SeenAt);
        modelBuilder.Entity<WorkerRow>().Property(w => w.Id).HasMaxLength(NameChars);
        modelBuilder.Entity<ProbeRow>(probe =>
        {
            probe.Property(p => p.Kit).HasMaxLength(HashChars);
            probe.HasIndex(p => p.Kit).IsUnique();
        });
        modelBuilder.Entity<ProtectionKeyRow>().HasIndex(k => k.Name).IsUnique();
    }

    private static void ConfigureHandIns(ModelBuilder model)
    {
        model.Entity<HandInRow>(handIn =>
        {
            handIn.Property(h => h.Exercises).HasConversion<WordList, WordListComparer>();
            handIn.Property(h => h.Sha256).HasMaxLength(HashChars);
            handIn.Property(h => h.SentAs).HasMaxLength(NameChars);
            handIn.HasOne<PersonRow>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
            handIn.HasIndex(h => new { h.PersonId, h.ReceivedAt });
            handIn.HasIndex(h => new { h.PersonId, h.SentAs }).IsUnique();
        });
        model.Entity<HandInFileRow>(file =>
        {
            file.HasKey(f => f.HandInId);
            file.HasOne<HandInRow>().WithOne(h => h.File).HasForeignKey<HandInFileRow>(f => f.HandInId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureGradings(ModelBuilder model)
    {
        model.Entity<GradingRow>(grading =>
        {
            grading.HasOne(g => g.HandIn).WithMany(h => h.Gradings).HasForeignKey(g => g.HandInId).OnDelete(DeleteBehavior.Restrict);
            grading.HasOne<RegradingRow>().WithMany().HasForeignKey(g => g.RegradingId).OnDelete(DeleteBehavior.Restrict);
            // What waits, the oldest first, and whose lease has run out.
            grading.HasIndex(g => new { g.State, g.AskedAt });
            grading.HasIndex(g => new { g.State, g.LeaseEnd });
            grading.HasIndex(g => new { g.State, g.JobId });
        });
        model.Entity<ResultRow>(result =>
        {
            result.HasOne<HandInRow>().WithMany().HasForeignKey(r => r.HandInId).OnDelete(DeleteBehavior.Restrict);
            result.HasOne<GradingRow>().WithMany().HasForeignKey(r => r.GradingId).OnDelete(DeleteBehavior.Restrict);
            result.Property(r => r.Kit).HasMaxLength(HashChars);
            result.Property(r => r.GradedAs).HasMaxLength(HashChars);
            result.Property(r => r.Hash).HasMaxLength(HashChars);
            // However often a result is brought, an attempt has one.
            result.HasIndex(r => new { r.GradingId, r.Attempt }).IsUnique();
            result.HasIndex(r => r.GradedAs);
            result.HasIndex(r => new { r.WorkerId, r.GradedAt });
        });
        model.Entity<CheckSeenRow>(check =>
        {
            check.HasKey(c => new { c.GradingId, c.Attempt, c.Number });
            check.HasOne<GradingRow>().WithMany().HasForeignKey(c => c.GradingId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RegradingRow>(regrading =>
        {
            regrading.Property(r => r.Name).HasMaxLength(NameChars);
            regrading.HasIndex(r => r.Name);
        });
    }
}
