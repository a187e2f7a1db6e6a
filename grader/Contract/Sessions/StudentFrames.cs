using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ExerciseKit.Contract.Sessions;

/// <summary>Tells the student's frames on a stack from the kit's and the framework's.</summary>
public static class StudentFrames
{
    /// <summary>Where an exception that was thrown again here keeps the trace of the process that threw it first, among its data.</summary>
    public const string FirstTrace = "ExerciseKit.FirstTrace";

    /// <summary>A result shows it, and a process carries it to another: more frames say no more.</summary>
    private const int MaxTraceLength = 8_000;

    private static readonly string[] KitAssemblies = ["ExerciseKit.Contract", "ExerciseKit.Multiprocessing", "ExerciseKit.Host"];

    /// <summary>Where the caller's innermost student frame stands; unknown without symbols.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallSite Innermost()
    {
        // Symbols are read for one frame only: reading them for a whole stack costs ten times as much.
        var frames = new StackTrace(skipFrames: 1, fNeedFileInfo: false).GetFrames();
        for (var i = 0; i < frames.Length; i++)
        {
            if (IsStudents(frames[i]) && new StackFrame(i + 1, needFileInfo: true) is var frame && Site(frame) is { IsKnown: true } site)
                return site;
        }

        return CallSite.Unknown;
    }

    /// <summary>Where an exception was thrown, or let through, innermost in the student's code.</summary>
    public static CallSite Innermost(Exception exception)
    {
        for (var cause = exception; cause is TypeInitializationException { InnerException: { } inner };)
            exception = cause = inner;
        return Of(exception).Select(Site).FirstOrDefault(s => s.IsKnown, CallSite.Unknown);
    }

    /// <summary>The student's frames of an exception's trace, one a line.</summary>
    public static string Trace(Exception exception)
    {
        var text = new StringBuilder();
        if (ExceptionMessage.DataOf(exception, FirstTrace) is { } first)
            text.Append(first).Append("\n   in a worker, and thrown again\n");
        foreach (var frame in Of(exception))
        {
            if (text.Length > MaxTraceLength)
            {
                text.Append("   …");
                break;
            }

            var method = Method(frame)!;
            var parameters = Cut(string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name)));
            text.Append("   at ").Append(Cut(method.DeclaringType?.FullName ?? "")).Append('.').Append(Cut(method.Name)).Append('(').Append(parameters).Append(')');
            if (Site(frame) is { IsKnown: true } site)
                text.Append(" in ").Append(site);
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>An exception in words: its type, message and student's frames, then those of what caused it.</summary>
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            text.Append(cause == exception ? "" : "\nCaused by ").Append(cause.GetType().FullName).Append(": ").Append(ExceptionMessage.Of(cause));
            if (Trace(cause) is { Length: > 0 } trace)
                text.Append('\n').Append(trace);
        }

        return text.ToString();
    }

    private static string Cut(string name) => name.Length <= ExceptionMessage.MaxTypeLength ? name : name[..ExceptionMessage.MaxTypeLength] + "…";

    private static IEnumerable<StackFrame> Of(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsStudents);

    private static bool IsStudents(StackFrame frame) =>
        Method(frame)?.DeclaringType?.Assembly.GetName().Name is { } assembly
        && !KitAssemblies.Contains(assembly)
        && !assembly.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>A build names its files by full path; a reader of one exercise knows them by name.</summary>
    private static CallSite Site(StackFrame frame) =>
        frame.GetFileName() is { } file ? CallSite.In(file, frame.GetFileLineNumber()) : CallSite.Unknown;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The kit is not trimmed.")]
    private static MethodBase? Method(StackFrame frame) => frame.GetMethod();
}
