using System.Text.Json;
using ExerciseKit.Exploration.Checks;

namespace ExerciseKit.Tests.Exploration.Checks;

public sealed class TravellingTextConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new TravellingTextConverter() } };

    [TestCase("\"tea\"", "tea")]
    [TestCase("null", null)]
    [TestCase("[]", "")]
    public void A_text_is_read_as_it_travels(string json, string? expected) =>
        Assert.That(JsonSerializer.Deserialize<string>(json, Options), Is.EqualTo(expected));

    [Test]
    public void Half_a_character_is_read_from_its_number() =>
        Assert.That(JsonSerializer.Deserialize<string[]>("[\"a\",[97,55357]]", Options), Is.EqualTo(new[] { "a", "a\ud83d" }));
}
