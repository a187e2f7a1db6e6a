using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Sessions;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing.Pools;

/// <summary>Makes an exception again that ended a task in another process.</summary>
internal static class RemoteFailure
{
    /// <summary>An exception of the same type and message where that type can be made from a message, with the worker's trace in it.</summary>
    public static Exception Rebuild(TaskFailure failure)
    {
        var exception = TryMake(failure, out var same) ? same : new RemoteTaskException($"{NameIn(failure)}: {failure.Message}");
        if (failure.Trace.Length > 0)
        {
            ExceptionDispatchInfo.SetRemoteStackTrace(exception, failure.Trace);
            exception.Data[StudentFrames.FirstTrace] = failure.Trace;
        }

        return exception;
    }

    private static bool TryMake(TaskFailure failure, [NotNullWhen(true)] out Exception? exception)
    {
        exception = null;
        try
        {
            var type = TypeNames.Find(failure.Type, Agent.Program.Assembly);
            exception = Make(type, [typeof(string)], [failure.Message]);
            // The one text of some exceptions is a parameter's name, and their message comes second.
            if (exception?.Message != failure.Message && Make(type, [typeof(string), typeof(string)], [null, failure.Message]) is { } second && second.Message == failure.Message)
                exception = second;
        }
        catch (Exception e) when (e is InvalidOperationException or TargetInvocationException or MemberAccessException or TypeLoadException or IOException)
        {
            // A type that cannot be found or made here is named instead.
        }

        return exception is not null;
    }

    private static Exception? Make(Type type, Type[] parameters, object?[] arguments) =>
        typeof(Exception).IsAssignableFrom(type) && !type.IsAbstract
            ? type.GetConstructor(BindingFlags.Instance | BindingFlags.Public, parameters)?.Invoke(arguments) as Exception
            : null;

    private static string NameIn(TaskFailure failure) => failure.Type.Split(',')[0];
}
