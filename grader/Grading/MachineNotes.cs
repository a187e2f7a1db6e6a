using ExerciseKit.Contract;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Preparation.Evaluation;

namespace ExerciseKit.Grading;

/// <summary>What the kit does otherwise on this machine than it would, in words: no result depends on it.</summary>
public static class MachineNotes
{
    /// <summary>All of it; empty where everything is as usual.</summary>
    public static EquatableArray<LocalizedText> Take()
    {
        var notes = new List<LocalizedText>();
        if (SocketFolder.IsElsewhere)
        {
            notes.Add((
                $"The path of the temporary folder ({Path.GetTempPath()}) is too long for the names of sockets, so the folders of hand-ins lie in {SocketFolder.Root}. TMPDIR may name a folder with a path of up to {SocketFolder.MaxRootBytes} bytes.",
                $"临时文件夹的路径（{Path.GetTempPath()}）太长，放不下套接字的名字，所以提交的文件夹放在 {SocketFolder.Root}。可以用 TMPDIR 指定另一个文件夹，路径不超过 {SocketFolder.MaxRootBytes} 字节。"));
        }

        if (EvaluationCache.ForUser().Refusal() is { } refusal)
        {
            notes.Add((
                $"How the exercises are compiled can't be kept between two runs, so each run begins some seconds later: {refusal.En} {EvaluationCache.Variable} may name another folder.",
                $"练习的编译方式无法保留到下一次，所以每次运行都要晚几秒开始：{refusal.Zh}可以用 {EvaluationCache.Variable} 指定另一个文件夹。"));
        }

        return notes.ToEquatableArray();
    }
}
