namespace ExerciseKit.Service.Running;

/// <summary>What the server does besides.</summary>
/// <param name="Course">The course's file.</param>
/// <param name="Address">Where it listens, as <c>http://127.0.0.1:8080</c>.</param>
/// <param name="TakesCourse">Whether a course's file that has changed is taken.</param>
public sealed record ServeOptions(string Course, string Address, bool TakesCourse);
