using ExerciseKit.Tests.Service;

namespace ExerciseKit.Tests;

/// <summary>Holds what is kept on PostgreSQL; left out where its programs are not installed. <c>.ci/run</c> installs them.</summary>
public sealed class NeedsPostgresAttribute : NeedsAttribute
{
    protected override string? Lack { get; } = PostgresCluster.Programs is null ? "PostgreSQL is not installed: install the package postgresql, 15 or later." : null;
}
