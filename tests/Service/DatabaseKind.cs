namespace ExerciseKit.Tests.Service;

public enum DatabaseKind
{
    Embedded,
    Postgres,
}
