using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Operations;

namespace ExerciseKit.Service.Running;

/// <summary>Writes and restores backups of a class.</summary>
/// <param name="options">Where it is.</param>
/// <param name="tell">Told what the user is to know.</param>
public sealed class BackupHost(ServiceOptions options, Action<LocalizedText> tell)
{
    private const string Unfinished = ".part";

    /// <summary>Writes one while servers and workers go on.</summary>
    /// <exception cref="BadInputException">The database can't be used, or the file can't be written.</exception>
    public async Task WriteAsync(string file, CancellationToken cancellation)
    {
        var opened = await OpenedDatabase.OpenToReadAsync(options, tell, TimeProvider.System, cancellation).ConfigureAwait(false);
        await using var _ = opened.ConfigureAwait(false);
        try
        {
            IReadOnlyDictionary<string, long> rows;
            using (var stream = new FileStream(file + Unfinished, FileMode.Create, FileAccess.Write))
            {
                rows = await Backup.WriteAsync(opened.Database, stream, cancellation).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(file + Unfinished, file, overwrite: true);
            tell(($"{file} holds {Counted.Of(rows["HandIns"], "hand-in")} and {Counted.Of(rows["Results"], "result")}, as of now.", $"{file} 保存了此刻的 {rows["HandIns"]} 份提交和 {rows["Results"]} 个结果。"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(($"{file} can't be written: {e.Message} Make room there, or name another file.", $"{file} 无法写入：“{e.Message}”请腾出空间，或者指定别的文件。"));
        }
    }

    /// <summary>Restores one into an empty database, which may be of the other kind.</summary>
    /// <exception cref="BadInputException">The database can't be used, or is not empty; or the backup is not whole.</exception>
    public async Task RestoreAsync(string file, CancellationToken cancellation)
    {
        var opened = await OpenedDatabase.OpenAsync(options, tell, TimeProvider.System, cancellation).ConfigureAwait(false);
        await using var _ = opened.ConfigureAwait(false);
        var rows = await Backup.RestoreAsync(opened.Database, file, cancellation).ConfigureAwait(false);
        tell(($"{opened.Database.Name} has {Counted.Of(rows["HandIns"], "hand-in")} and {Counted.Of(rows["Results"], "result")} from {file}. Start `kit serve` on it.", $"{opened.Database.Name} 已从 {file} 恢复 {rows["HandIns"]} 份提交和 {rows["Results"]} 个结果。请在它上面启动 `kit serve`。"));
    }
}
