using System.Text.Json;
using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;
using ExerciseKit.Tests.Pages;

namespace ExerciseKit.Tests.Reports;

public sealed class ResultSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ResultSchema.Text())!;

    [Test]
    public void Every_kind_of_result_is_valid()
    {
        var schema = JsonSchema.Parse(ResultSchema.Text());

        foreach (var result in SampleResults.All)
            Assert.That(schema.Faults(JsonNode.Parse(ResultJson.Write(result))), Is.Empty);
    }

    [Test]
    public void What_a_timeline_knows_of_its_steps_is_valid() =>
        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(JsonNode.Parse(ResultJson.Write(ReportPageTests.ResultWith("a text")))), Is.Empty);

    [TestCase("$.seed", "\"1\"")]
    [TestCase("$.seed", "1.5")]
    [TestCase("$.format", "\"exercisekit.result/1\"")]
    [TestCase("$.surprise", "1")]
    [TestCase("$.exercises[0].checks[0].verdict", "\"fine\"")]
    [TestCase("$.exercises[0].checks[0].states", "-1")]
    [TestCase("$.exercises[0].checks[0].cycle", "[1]")]
    [TestCase("$.exercises[0].checks[1].timeline[0].site.isKnown", "true")]
    [TestCase("$.exercises[0].checks[1].timeline[0].site", "7")]
    [TestCase("$.timing.totalMs", "null")]
    public void A_wrong_value_is_not_valid(string place, string value)
    {
        var result = JsonNode.Parse(ResultJson.Write(SampleResults.Violation))!;
        Set(result, place, JsonNode.Parse(value));

        Assert.That(JsonSchema.Parse(ResultSchema.Text()).Faults(result), Is.Not.Empty);
    }

    [Test]
    public void Every_property_of_the_schema_is_written_and_described()
    {
        foreach (var (name, definition) in Definitions())
        {
            var properties = definition["properties"]!.AsObject();
            var required = definition["required"]!.AsArray().Select(n => n!.GetValue<string>());

            // What came later, a result of an older kit of the same format does not have, and is valid all the same.
            var later = properties.Where(p => p.Value!["description"]?.GetValue<string>().Contains("Results of older kits do not tell", StringComparison.Ordinal) == true).Select(p => p.Key);
            Assert.That(required.Concat(later), Is.EquivalentTo(properties.Select(p => p.Key)), name);
            Assert.That(definition["additionalProperties"]!.GetValue<bool>(), Is.False, name);
            foreach (var (property, schema) in properties)
                Assert.That(schema!["description"] ?? schema["$ref"], Is.Not.Null, $"{name}.{property} has no description");
        }
    }

    [Test]
    public void Every_status_verdict_certainty_and_tier_has_its_word()
    {
        var check = Schema["$defs"]!["check"]!["properties"]!;

        Assert.That(Words(check["status"]!), Is.EqualTo(Names<CheckStatus>()));
        Assert.That(Words(check["verdict"]!), Is.EqualTo(Names<Verdict>()));
        Assert.That(Words(check["certainty"]!), Is.EqualTo(Names<Certainty>()));
        Assert.That(Words(check["tier"]!), Is.EqualTo(Names<Tier>().Append(null)));
        Assert.That(Words(Schema["$defs"]!["edge"]!["properties"]!["kind"]!), Is.EqualTo(Names<EdgeKind>()));
        Assert.That(Words(Schema["$defs"]!["object"]!["properties"]!["kind"]!), Is.EqualTo(Names<ObjectKind>()));
    }

    private static IEnumerable<(string Name, JsonNode Definition)> Definitions() =>
        Schema["$defs"]!.AsObject().Select(d => (d.Key, d.Value!)).Prepend(("result", Schema));

    private static IEnumerable<string?> Words(JsonNode schema) => schema["enum"]!.AsArray().Select(w => w?.GetValue<string>());

    private static IEnumerable<string?> Names<T>() where T : struct, Enum =>
        Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName);

    private static void Set(JsonNode root, string place, JsonNode? value)
    {
        var steps = place[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate(root, (node, step) => step[0] == '[' ? node[int.Parse(step[1..^1])]! : node[step]!);
        parent[steps[^1]] = value;
    }
}
