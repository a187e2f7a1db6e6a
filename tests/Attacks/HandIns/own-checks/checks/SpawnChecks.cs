public sealed class SpawnChecks() : ExerciseKit.Exploration.Checks.ExerciseChecks("01-spawn");
