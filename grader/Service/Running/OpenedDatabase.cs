using System.Net.Sockets;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Schema;
using ExerciseKit.Service.Queue;
using Hangfire;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ExerciseKit.Service.Running;

/// <summary>The database, there and with the schema that this build knows, and the jobs in it.</summary>
internal sealed class OpenedDatabase : IAsyncDisposable
{
    private const string FileName = "service.db";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly OwnFile? own;
    private JobStorage? storage;

    private OpenedDatabase(ServiceDatabase database, OwnFile? own) => (Database, this.own) = (database, own);

    public ServiceDatabase Database { get; }

    public JobStorage Storage => storage ?? throw new InvalidOperationException("It was opened to be read.");

    /// <summary>Opens it.</summary>
    /// <param name="options">Which.</param>
    /// <param name="tell">Told what is waited for.</param>
    /// <param name="clock">Bounds the waiting.</param>
    /// <exception cref="BadInputException">It can't be used, and waiting does not help.</exception>
    public static Task<OpenedDatabase> OpenAsync(ServiceOptions options, Action<LocalizedText> tell, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(Of(options), isOwn: true, options, tell, clock, cancellation);

    /// <summary>The same of one that is there, beside a process that has it for itself.</summary>
    public static Task<OpenedDatabase> OpenToReadAsync(ServiceOptions options, Action<LocalizedText> tell, TimeProvider clock, CancellationToken cancellation)
    {
        var database = Of(options);
        return database.File is { } file && !File.Exists(file)
            ? throw new BadInputException(($"{file} is not there. Name the folder of `kit serve` with --folder, or its server with --database.", $"{file} 不存在。请用 --folder 指定 `kit serve` 的文件夹，或用 --database 指定它的服务器。"))
            : OpenAsync(database, isOwn: false, options, tell, clock, cancellation);
    }

    private static ServiceDatabase Of(ServiceOptions options) => options.Database is { } connection
        ? ServiceDatabase.OnServer(connection)
        : ServiceDatabase.InFile(Path.Combine(options.Folder ?? throw new ArgumentException("Neither a server nor a folder."), FileName));

    private static async Task<OpenedDatabase> OpenAsync(ServiceDatabase database, bool isOwn, ServiceOptions options, Action<LocalizedText> tell, TimeProvider clock, CancellationToken cancellation)
    {
        var opened = new OpenedDatabase(database, isOwn && database.File is { } file ? OwnFile.Take(file) : null);
        try
        {
            if (isOwn)
                await opened.UpgradeAsync(options.WaitForDatabase, tell, clock, cancellation).ConfigureAwait(false);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync().ConfigureAwait(false);
        if (Database.IsEmbedded)
            SqliteConnection.ClearAllPools();
        own?.Dispose();
    }

    private async Task UpgradeAsync(TimeSpan patience, Action<LocalizedText> tell, TimeProvider clock, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        for (var isTold = false; ; isTold = true)
        {
            try
            {
                await SchemaUpgrade.RunAsync(Database, cancellation, () => storage = JobStorages.Of(Database)).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (WordsOf(Database, e) is { } words)
            {
                throw new BadInputException(words);
            }
            catch (Exception e) when (Patience.IsPassing(e))
            {
                if (clock.GetElapsedTime(began) > patience)
                    throw new BadInputException(Away(Database, e));
                if (!isTold)
                    tell(("Waiting: " + Away(Database, e).En, "正在等待：" + Away(Database, e).Zh));
                await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static LocalizedText Away(ServiceDatabase database, Exception e) => (
        $"{database.Name} does not answer: {Innermost(e).Message.TrimEnd('.')}. Start it, or name another one with --database.",
        $"{database.Name} 没有应答：“{Innermost(e).Message}”请启动它，或用 --database 指定别的。");

    // What no waiting mends.
    private static LocalizedText? WordsOf(ServiceDatabase database, Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } said => (
            $"{database.Name} does not let this user in: {said.MessageText}. Name the right Username and Password in --database.",
            $"{database.Name} 拒绝该用户登录：“{said.MessageText}”请在 --database 里写对 Username 和 Password。"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } said => (
            $"{database.Name} is not there: {said.MessageText}. Make it with `createdb`, or name another one in --database.",
            $"{database.Name} 不存在：“{said.MessageText}”请用 `createdb` 建立，或者在 --database 里指定别的。"),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } said => (
            $"{database.Name} lets this user do too little: {said.MessageText}. The user must own the database.",
            $"{database.Name} 给该用户的权限不够：“{said.MessageText}”该用户必须是数据库的所有者。"),
        SqliteException { SqliteErrorCode: SqliteNotDatabase or SqliteCorrupt } said => (
            $"{database.Name} is no database, or is damaged: {said.Message} Nothing was changed there. Restore a backup in another folder.",
            $"{database.Name} 不是数据库，或者已经损坏：“{said.Message}”什么都没有改动。请把备份恢复到别的文件夹里。"),
        SqliteException { SqliteErrorCode: SqliteFull } => (
            $"{database.Name} can't be written: the disk is full. Make room there; nothing was lost.",
            $"{database.Name} 无法写入：磁盘已满。请腾出空间；没有丢失任何东西。"),
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } said => (
            $"{database.Name} can't be written: {said.Message} Take the right to write there, or name another folder.",
            $"{database.Name} 无法写入：“{said.Message}”请取得写入的权限，或者指定别的文件夹。"),
        // A name that nobody knows is most likely a slip.
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => Away(database, e),
        { InnerException: { } inner } => WordsOf(database, inner),
        _ => null,
    };

    private const int SqliteReadOnly = 8;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotDatabase = 26;

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
