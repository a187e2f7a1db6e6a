using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>Two lists are equal where their words are.</summary>
internal sealed class WordListComparer() : ValueComparer<string[]>(
    (one, other) => one == other || (one != null && other != null && one.SequenceEqual(other)),
    words => words.Aggregate(0, HashCode.Combine),
    words => words.ToArray());
