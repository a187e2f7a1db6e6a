using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>Times as milliseconds since 1970: the one form that both databases order and compare alike.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
