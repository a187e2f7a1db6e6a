namespace ExerciseKit.Service.Operations;

/// <summary>What a backup says of itself; it is written last, so that one that was cut off has none.</summary>
/// <param name="Format">The format's name and version.</param>
/// <param name="KitVersion">The kit that wrote it.</param>
/// <param name="Schema">The last migration of its database.</param>
/// <param name="WrittenAt">When, by the database's clock.</param>
/// <param name="Rows">How many rows of each table.</param>
internal sealed record BackupManifest(string Format, string KitVersion, string Schema, DateTimeOffset WrittenAt, IReadOnlyDictionary<string, long> Rows)
{
    public const string CurrentFormat = "exercisekit.backup/1";

    public const string FileName = "backup.json";
}
