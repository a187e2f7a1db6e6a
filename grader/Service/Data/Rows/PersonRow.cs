namespace ExerciseKit.Service.Data.Rows;

/// <summary>Who may sign in.</summary>
internal sealed class PersonRow
{
    /// <summary>As the roster has it; of a teacher, the name that the account was made under.</summary>
    public required string Id { get; init; }

    public required PersonRole Role { get; set; }

    public required string Name { get; set; }

    public string? Email { get; set; }

    /// <summary>In which language pages are shown: <c>en</c> or <c>zh</c>; null for what the browser asks for.</summary>
    public string? Language { get; set; }

    /// <summary>Whose hours times are shown in; null for the browser's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>What the school's own sign-in calls this person; null where nobody has signed in by it.</summary>
    public string? Subject { get; set; }

    /// <summary>Since when this person is not in the roster any more, and may not sign in; the hand-ins stay.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Sessions name the stamp that they began under: another one ends them.</summary>
    public required Guid Stamp { get; set; }
}
