namespace ExerciseKit.Contract.Faults;

/// <summary>The grader, or the machine it runs on, is to blame; no mark may be drawn. Exit code 3.</summary>
/// <param name="message">What failed, with which value, and what to do next.</param>
public class GraderFaultException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The same in each language. It is for who runs the grader, and told in English: in Chinese it is quoted.</summary>
    public virtual LocalizedText Text => (Message, $"评分程序或运行它的机器出了问题：“{Message}”");
}
