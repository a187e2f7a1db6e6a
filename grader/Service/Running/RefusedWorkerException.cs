using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Service.Running;

/// <summary>This machine does not grade a known hand-in as it must.</summary>
internal sealed class RefusedWorkerException(LocalizedText why) : GraderFaultException($"This worker does not grade a known hand-in as it must, and takes no more: {why.En}")
{
    public override LocalizedText Text => (Message, $"这个 worker 没有把已知的提交评成应有的结果，因此不再接受任务：{why.Zh}");
}
