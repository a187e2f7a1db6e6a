namespace ExerciseKit.Service.Data.Rows;

/// <summary>A personal link to sign in by. Its secret is chance and long, so that a plain hash of it can't be guessed back.</summary>
internal sealed class SignInLinkRow
{
    public required Guid Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required string IssuedBy { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
