namespace ExerciseKit.Contract.Results;

/// <summary>A verdict, as a sentence begins with it.</summary>
public static class VerdictWords
{
    /// <summary>The words for one.</summary>
    public static LocalizedText Of(Verdict verdict) => verdict switch
    {
        Verdict.Passed => ("Passed", "通过"),
        Verdict.Violation => ("Violation", "违反要求"),
        Verdict.Deadlock => ("Deadlock", "死锁"),
        Verdict.Livelock => ("Livelock", "活锁"),
        Verdict.Hang => ("Too many rounds of a loop", "循环轮数太多"),
        Verdict.Crash => ("Crash", "崩溃"),
        Verdict.Leak => ("Processes left behind", "遗留了进程"),
        Verdict.Limit => ("Limit exceeded", "超出限制"),
        Verdict.CompileError => ("Does not compile", "编译不通过"),
        Verdict.Policy => ("Not allowed here", "此处不允许"),
        Verdict.Nondeterministic => ("Not deterministic", "结果不确定"),
        Verdict.GraderFault => ("The grader failed", "评分程序出错"),
        _ => ("Not graded yet", "尚未评分"),
    };
}
