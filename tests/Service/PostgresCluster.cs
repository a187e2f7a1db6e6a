using System.Diagnostics;
using Npgsql;

namespace ExerciseKit.Tests.Service;

/// <summary>A PostgreSQL of the tests' own, in a temporary folder, reached by a socket in it; it can be killed and started again.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kit-pg-");
    private int databases;

    private PostgresCluster()
    {
    }

    /// <summary>Where PostgreSQL's programs are; null where it is not installed.</summary>
    public static string? Programs { get; } =
        !OperatingSystem.IsLinux() || !Directory.Exists("/usr/lib/postgresql") ? null :
        Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private string DataFolder => Path.Combine(folder.FullName, "data");

    /// <summary>Makes one and starts it.</summary>
    public static PostgresCluster Start()
    {
        var cluster = new PostgresCluster();
        // PostgreSQL refuses to run as root: then it is another user's, who must be able to get there.
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", cluster.folder.FullName);
        // Written to disk without waiting for it: nobody pulls this machine's plug.
        Program("initdb", "-D", cluster.DataFolder, "--auth=scram-sha-256", "--username=kit", $"--pwfile={cluster.PasswordFile()}", "--no-sync");
        File.AppendAllText(Path.Combine(cluster.DataFolder, "postgresql.conf"), $"listen_addresses = ''\nunix_socket_directories = '{cluster.folder.FullName}'\nmax_connections = 200\nshared_buffers = 32MB\n");
        cluster.StartServer();
        return cluster;
    }

    public void StartServer() => Program("pg_ctl", "start", "-w", "-t", "120", "-D", DataFolder, "-l", Path.Combine(folder.FullName, "log"));

    /// <summary>Ends it as a power cut does.</summary>
    public void Kill()
    {
        var id = int.Parse(File.ReadLines(Path.Combine(DataFolder, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        // All of it: one server process that lives on keeps the next from starting.
        Run("pkill", "-KILL", "-P", $"{id}");
        Run("kill", "-KILL", $"{id}");
    }

    /// <summary>An empty database.</summary>
    public string CreateDatabase()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return ConnectionTo(name);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Program("pg_ctl", "stop", "-w", "-m", "immediate", "-D", DataFolder);
        folder.Delete(recursive: true);
    }

    private string ConnectionTo(string database) => $"Host={folder.FullName};Database={database};Username=kit;Password=secret-of-the-tests";

    private string PasswordFile()
    {
        var file = Path.Combine(folder.FullName, "password");
        File.WriteAllText(file, "secret-of-the-tests\n");
        return file;
    }

    private static void Program(string name, params string[] args) => Run(Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", Path.Combine(Programs!, name), .. args] : [Path.Combine(Programs!, name), .. args]);

    private static void Run(params string[] command)
    {
        // A server that goes on would hold the output open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command]) { WorkingDirectory = "/" })!;
        if (!process.WaitForExit(Bound))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', command)} did not end within {Bound}.");
        }

        if (process.ExitCode != 0 && command[0] is not ("pkill" or "kill"))
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }
}
