// Every test is bounded, whether it heeds its token or not.
[assembly: ExerciseKit.Tests.Bounds.EndWhenStuck]
