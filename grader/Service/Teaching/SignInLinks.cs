using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>Personal links to sign in by. A link is good for one sign-in; whoever is signed in makes more for other devices.</summary>
internal static class SignInLinks
{
    private const int SecretBytes = 32;

    /// <summary>Makes one, and gives its secret: it can be told this once only.</summary>
    /// <param name="context">The database.</param>
    /// <param name="person">For whom.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="lifetime">How long it is good; null for ever.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<string> IssueAsync(ServiceContext context, string person, string by, TimeSpan? lifetime, CancellationToken cancellation)
    {
        await AuditLog.PersonAsync(context, person, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        context.SignInLinks.Add(new SignInLinkRow { Id = Guid.NewGuid(), PersonId = person, SecretHash = HashOf(secret), IssuedAt = now, IssuedBy = by, ExpiresAt = now + lifetime });
        if (by != person)
            context.Audit.Add(new AuditRow { At = now, By = by, What = "link", PersonId = person, Why = "A sign-in link was made." });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return secret;
    }

    /// <summary>Makes one for each student; a link of before that was not used is good for nothing then.</summary>
    /// <param name="onlyNew">Only for who has never signed in.</param>
    public static async Task<IReadOnlyList<(PersonRow Person, string Secret)>> IssueAllAsync(ServiceContext context, bool onlyNew, string by, TimeSpan? lifetime, CancellationToken cancellation)
    {
        var people = await context.People.AsNoTracking()
            .Where(p => p.Role == PersonRole.Student && p.LeftAt == null && (!onlyNew || !context.SignInLinks.Any(l => l.PersonId == p.Id && l.LastUsedAt != null)))
            .OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var made = people.ConvertAll(p => (p, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))));
        var ids = people.ConvertAll(p => p.Id);
        await foreach (var old in context.SignInLinks.Where(l => ids.Contains(l.PersonId) && l.LastUsedAt == null && l.RevokedAt == null).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            old.RevokedAt = now;
        context.SignInLinks.AddRange(made.Select(m => new SignInLinkRow { Id = Guid.NewGuid(), PersonId = m.p.Id, SecretHash = HashOf(m.Item2), IssuedAt = now, IssuedBy = by, ExpiresAt = now + lifetime }));
        context.Audit.Add(new AuditRow { At = now, By = by, What = "link", Why = $"Sign-in links were made for {Counted.Of(made.Count, "student")}." });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return made;
    }

    /// <summary>Signs in by one: of two who try at once, one gets in.</summary>
    public static async Task<LinkUse> UseAsync(ServiceContext context, string secret, CancellationToken cancellation)
    {
        var hash = HashOf(secret);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var used = await context.SignInLinks
            .Where(l => l.SecretHash == hash && l.LastUsedAt == null && l.RevokedAt == null && (l.ExpiresAt == null || l.ExpiresAt > now))
            .Where(l => context.People.Any(p => p.Id == l.PersonId && p.LeftAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.LastUsedAt, now), cancellation).ConfigureAwait(false);
        var link = await context.SignInLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash, cancellation).ConfigureAwait(false);
        var person = link is null ? null : await context.People.AsNoTracking().SingleAsync(p => p.Id == link.PersonId, cancellation).ConfigureAwait(false);
        return (used, link, person) switch
        {
            (1, _, { } let) => new LinkUse(LinkState.Good, let, null),
            (_, null, _) => new LinkUse(LinkState.Unknown, null, null),
            (_, { RevokedAt: not null }, _) => new LinkUse(LinkState.Revoked, null, null),
            (_, { LastUsedAt: not null }, _) => new LinkUse(LinkState.Used, null, link.LastUsedAt),
            (_, _, { LeftAt: not null }) => new LinkUse(LinkState.Left, null, null),
            _ => new LinkUse(LinkState.Expired, null, link.ExpiresAt),
        };
    }

    /// <summary>Ends all links and sessions of somebody.</summary>
    public static async Task RevokeAsync(ServiceContext context, string person, string by, string? why, CancellationToken cancellation)
    {
        var reason = AuditLog.Reason(why);
        var its = await AuditLog.PersonAsync(context, person, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        await foreach (var link in context.SignInLinks.Where(l => l.PersonId == person && l.RevokedAt == null && l.LastUsedAt == null).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            link.RevokedAt = now;
        its.Stamp = Guid.NewGuid();
        context.Audit.Add(new AuditRow { At = now, By = by, What = "links-revoked", PersonId = person, Why = reason });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>What became of a try to sign in by a link.</summary>
/// <param name="State">Whether it was good, and if not, why.</param>
/// <param name="Person">Who is signed in by it; null where nobody is.</param>
/// <param name="At">When it was used or ran out; null where neither is so.</param>
internal sealed record LinkUse(LinkState State, PersonRow? Person, DateTimeOffset? At);

/// <summary>Whether a link is good.</summary>
internal enum LinkState
{
    Good,
    Unknown,
    Used,
    Revoked,
    Expired,

    /// <summary>Its person is not in the class any more.</summary>
    Left,
}
