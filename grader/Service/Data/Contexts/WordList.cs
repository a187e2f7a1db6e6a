using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ExerciseKit.Service.Data.Contexts;

/// <summary>Ids, which have no spaces, as one text with spaces between them.</summary>
internal sealed class WordList() : ValueConverter<string[], string>(
    words => string.Join(' ', words),
    text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
