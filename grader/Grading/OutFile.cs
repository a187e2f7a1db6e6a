using ExerciseKit.Contract.Faults;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Grading;

/// <summary>The file of <c>--out</c>: at any moment it holds one whole result or what was there before, and what it is it stays.</summary>
internal sealed class OutFile
{
    private readonly string asked;
    private readonly string path;
    private readonly bool isDevice;

    private OutFile(string asked, string path, bool isDevice) => (this.asked, this.path, this.isDevice) = (asked, path, isDevice);

    /// <summary>A file that may be written. A link is followed, and stays; a device such as <c>/dev/null</c> is written to when all is done.</summary>
    /// <param name="asked">Its path, as the user wrote it.</param>
    /// <exception cref="BadInputException">It is a folder, a pipe or the like.</exception>
    public static OutFile At(string asked)
    {
        if (string.IsNullOrWhiteSpace(asked))
            throw new BadInputException(("--out names no file. Name one.", "--out 没有指定文件。请指定一个。"));
        var full = Path.GetFullPath(asked);
        switch (FileKinds.Of(full))
        {
            case FileKind.Folder:
                throw new BadInputException(($"--out {asked} is a folder. Name a file in it.", $"--out {asked} 是文件夹。请指定其中的一个文件。"));
            case FileKind.Device:
                return new OutFile(asked, full, isDevice: true);
            case FileKind.Other:
                throw new BadInputException(($"--out {asked} is no file that a result can be kept in: it is a pipe, a socket or a disk. Name a file; --format json writes to standard output.", $"--out {asked} 不是能存放结果的文件：它是管道、套接字或磁盘。请指定一个文件；用 --format json 可以写到标准输出。"));
        }

        var target = Target(asked, full);
        return Directory.Exists(Path.GetDirectoryName(target))
            ? new OutFile(asked, target, isDevice: false)
            : throw new BadInputException(($"--out {asked} can't be written: {Path.GetDirectoryName(target)} is not there. Make that folder first.", $"--out {asked} 无法写入：没有文件夹 {Path.GetDirectoryName(target)}。请先建立它。"));
    }

    /// <summary>Replaces what it holds in one step.</summary>
    /// <param name="result">What is known so far.</param>
    /// <param name="isLast">Whether that is all.</param>
    /// <exception cref="BadInputException">It can't be written there.</exception>
    /// <exception cref="GraderFaultException">The disk is full, or fails; the result before, if any, is still there.</exception>
    public void Write(GradeResult result, bool isLast)
    {
        var aside = path + ".part";
        try
        {
            if (isDevice)
            {
                if (isLast)
                    WriteInto(path, FileMode.Open, result);
                return;
            }

            // Whoever may write here may have put a link there, to what is not theirs.
            File.Delete(aside);
            WriteInto(aside, FileMode.CreateNew, result);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new BadInputException(($"The result can't be written to {asked}: {e.Message} Name a file in a folder that exists and is yours with --out.", $"结果无法写入 {asked}：“{e.Message}”请用 --out 指定一个文件，它所在的文件夹要存在，并且你有权写入。"));
        }
        catch (IOException e)
        {
            if (!isDevice)
                TryDelete(aside);
            throw new GraderFaultException($"The result can't be written to {asked}: {e.Message.TrimEnd('.')}. Make room there, or name a file elsewhere with --out.", e);
        }
    }

    private static string Target(string asked, string full)
    {
        try
        {
            return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        }
        catch (IOException e)
        {
            throw new BadInputException(($"--out {asked} can't be written: {e.Message} Name another file.", $"--out {asked} 无法写入：“{e.Message}”请指定另一个文件。"));
        }
    }

    private static void WriteInto(string file, FileMode mode, GradeResult result)
    {
        using var stream = new FileStream(file, mode, FileAccess.Write, FileShare.Read);
        using var writer = new StreamWriter(stream);
        writer.Write(ResultJson.Write(result));
    }

    private static void TryDelete(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk fails altogether, which is told already.
        }
    }
}
