using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ExerciseKit.Service.Operations;

/// <summary>The rows of one table, a line of JSON each: the same whichever database they are in.</summary>
/// <param name="name">The table's name.</param>
internal abstract class BackupRows(string name)
{
    // What a row refers to is a row of its own.
    private static readonly Type[] OtherRows = [typeof(HandInRow), typeof(HandInFileRow), typeof(List<GradingRow>)];

    public string Name => name;

    protected static JsonSerializerOptions Format { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutOtherRows } },
    };

    /// <summary>All tables, each after those that its rows refer to.</summary>
    public static IReadOnlyList<BackupRows> Of(IModel model)
    {
        var left = model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<BackupRows>();
        while (left.Count > 0)
        {
            var next = left.First(e => e.GetForeignKeys().All(key => key.PrincipalEntityType == e || !left.Contains(key.PrincipalEntityType)));
            left.Remove(next);
            ordered.Add((BackupRows)Activator.CreateInstance(typeof(BackupRows<>).MakeGenericType(next.ClrType), next.GetTableName()!)!);
        }

        return ordered;
    }

    /// <summary>Writes all.</summary>
    /// <returns>How many.</returns>
    public abstract Task<long> WriteAsync(ServiceContext context, Stream to, CancellationToken cancellation);

    /// <summary>Puts them into an empty table.</summary>
    /// <returns>How many.</returns>
    public abstract Task<long> ReadAsync(ServiceContext context, Stream from, CancellationToken cancellation);

    /// <summary>Whether there are none.</summary>
    public abstract Task<bool> AreNoneAsync(ServiceContext context, CancellationToken cancellation);

    private static void LeaveOutOtherRows(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (OtherRows.Contains(type.Properties[i].PropertyType))
                type.Properties.RemoveAt(i);
        }
    }
}

/// <summary>The same, of a kind.</summary>
internal sealed class BackupRows<T>(string name) : BackupRows(name)
    where T : class
{
    // Files of hand-ins are rows, too.
    private const int AtOnce = 50;

    public override async Task<long> WriteAsync(ServiceContext context, Stream to, CancellationToken cancellation)
    {
        var count = 0L;
        await foreach (var row in context.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(to, row, Format, cancellation).ConfigureAwait(false);
            to.WriteByte((byte)'\n');
            count++;
        }

        return count;
    }

    public override async Task<long> ReadAsync(ServiceContext context, Stream from, CancellationToken cancellation)
    {
        var count = 0L;
        using var lines = new StreamReader(from);
        while (await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            context.Set<T>().Add(JsonSerializer.Deserialize<T>(line, Format)!);
            if (++count % AtOnce == 0)
                await SaveAsync(context, cancellation).ConfigureAwait(false);
        }

        await SaveAsync(context, cancellation).ConfigureAwait(false);
        return count;
    }

    public override async Task<bool> AreNoneAsync(ServiceContext context, CancellationToken cancellation) =>
        !await context.Set<T>().AnyAsync(cancellation).ConfigureAwait(false);

    private static async Task SaveAsync(ServiceContext context, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        context.ChangeTracker.Clear();
    }
}
