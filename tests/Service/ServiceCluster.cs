namespace ExerciseKit.Tests.Service;

/// <summary>The PostgreSQL that the tests of the service share; each has a database of its own in it.</summary>
[SetUpFixture]
public sealed class ServiceCluster
{
    private static readonly Lazy<PostgresCluster> Started = new(PostgresCluster.Start);

    internal static PostgresCluster Shared => Started.Value;

    [OneTimeTearDown]
    public void Stop()
    {
        if (Started.IsValueCreated)
            Started.Value.Dispose();
    }
}
