using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Queue;

/// <summary>What a teacher must be told.</summary>
internal static class AlarmTexts
{
    public static AlarmRow GraderFailed(GradingRow grading, string fault, DateTimeOffset at) => Row(
        AlarmKind.GraderFailed,
        at,
        ($"The grader failed {Leases.MaxFailures} times on this hand-in: {fault} No attempt is charged. Look at it, and ask for it to be graded again when the cause is gone.",
         $"评分程序在这份提交上失败了 {Leases.MaxFailures} 次：“{fault}”不计入提交次数。请查看，原因消除之后再要求重新评分。"),
        grading.HandInId);

    public static AlarmRow ResultsDiffer(HandInRow handIn, ResultRow one, ResultRow other, DateTimeOffset at) => Row(
        AlarmKind.ResultsDiffer,
        at,
        ($"Graded twice by the same kit, this hand-in came out otherwise: {one.Id} by {one.WorkerId}, {other.Id} by {other.WorkerId}. The first one stands. This is a fault of the grader: report it with both results.",
         $"同一个 kit 两次评这份提交，结果却不同：{one.Id}（{one.WorkerId}）和 {other.Id}（{other.WorkerId}）。以第一个为准。这是评分程序的毛病，请连同两个结果一起报告。"),
        handIn.Id,
        other.WorkerId);

    public static AlarmRow WorkerRefused(string worker, LocalizedText why, int doubted, DateTimeOffset at) => Row(
        AlarmKind.WorkerRefused,
        at,
        ($"The worker {worker} does not grade a known hand-in as it must, so it takes no more: {why.En} What it graded since it last did is graded again: {doubted}.",
         $"{worker} 没有把已知的提交评成应有的结果，因此不再接受任务：{why.Zh}从它上一次评对以来所评的都会重评：{doubted} 份。"),
        worker: worker);

    private static AlarmRow Row(AlarmKind kind, DateTimeOffset at, LocalizedText words, Guid? handIn = null, string? worker = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        Kind = kind,
        At = at,
        HandInId = handIn,
        WorkerId = worker,
        English = words.En,
        Chinese = words.Zh,
    };
}
