using Hangfire;

namespace ExerciseKit.Service.Queue;

/// <summary>What a job does. Hangfire names it in what it stores, so neither the name nor the method is ever changed.</summary>
internal interface IGradingJob
{
    /// <summary>Grades, where it still waits.</summary>
    /// <param name="grading">What.</param>
    /// <param name="cancellation">Ends it when the process is to end.</param>
    /// <remarks>
    /// No retries of Hangfire's: it would try ten times, up to hours later, and knows neither that a hand-in is graded already nor that it
    /// kills its worker. What has no job that lives is found by <see cref="Sweep"/>, and how often it failed stands in the database.
    /// </remarks>
    [AutomaticRetry(Attempts = 0, LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    Task RunAsync(Guid grading, CancellationToken cancellation);
}
