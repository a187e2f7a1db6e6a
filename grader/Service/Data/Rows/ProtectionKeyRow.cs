namespace ExerciseKit.Service.Data.Rows;

/// <summary>A key that cookies are made with, shared by all servers on one database.</summary>
internal sealed class ProtectionKeyRow
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
