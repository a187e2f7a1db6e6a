using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>Has a database file for oneself: what is graded in it by a process that is gone may then be graded again at once.</summary>
internal sealed class OwnFile : IDisposable
{
    private const string Suffix = ".lock";

    private readonly FileStream turn;

    private OwnFile(FileStream turn) => this.turn = turn;

    /// <summary>Takes it.</summary>
    /// <exception cref="BadInputException">Another process has it, or nothing can be written there.</exception>
    public static OwnFile Take(string database)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
            return new OwnFile(new FileStream(database + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw CannotWrite(database, e);
        }
        catch (IOException e)
        {
            throw File.Exists(database + Suffix)
                ? new BadInputException((
                    $"{database} is in use by another kit. Stop that one, or name another folder; on several machines use PostgreSQL, by --database.",
                    $"{database} 正被另一个 kit 使用。请停止那个，或者指定别的文件夹；要在几台机器上用，请用 --database 指定 PostgreSQL。"))
                : CannotWrite(database, e);
        }
    }

    public void Dispose() => turn.Dispose();

    private static BadInputException CannotWrite(string database, Exception e) => new((
        $"{database} can't be written: {e.Message.TrimEnd('.')}. Make room there, or take the right to write there.",
        $"{database} 无法写入：“{e.Message}”请腾出空间，或者取得写入的权限。"));
}
