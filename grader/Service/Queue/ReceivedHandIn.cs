namespace ExerciseKit.Service.Queue;

/// <summary>A hand-in that is kept.</summary>
/// <param name="HandInId">The hand-in.</param>
/// <param name="GradingId">Its grading.</param>
/// <param name="ReceivedAt">When it came, by the database's clock.</param>
/// <param name="WasThere">Whether it had come before under the same name.</param>
internal sealed record ReceivedHandIn(Guid HandInId, Guid GradingId, DateTimeOffset ReceivedAt, bool WasThere);
