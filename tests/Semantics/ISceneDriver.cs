namespace ExerciseKit.Tests.Semantics;

/// <summary>Runs program texts.</summary>
internal interface ISceneDriver : IAsyncDisposable
{
    /// <summary>Runs a program in every way that this driver can.</summary>
    /// <param name="program">A class <c>Scene</c> with <c>public static void Run()</c>, and what else it needs.</param>
    /// <returns>The different ways in which it came out.</returns>
    Task<IReadOnlyCollection<RunEnd>> RunAsync(string program, CancellationToken cancellation);
}
