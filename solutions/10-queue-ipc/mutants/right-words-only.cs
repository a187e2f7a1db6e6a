// expect: wrong verdict=violation check=ask line=6,8
using ExerciseKit.Multiprocessing;

public static class QueueIpc
{
    public static string Ask(string question) => question.ToUpperInvariant();

    public static string Relay(string message) => message;
}
