using System.Text.Json.Nodes;
using ExerciseKit.Contract.Results;
using ExerciseKit.Reports;

namespace ExerciseKit.Tests.Reports;

public sealed class FormerResultTests
{
    [Test]
    public void Every_kind_of_result_is_valid_in_format_1()
    {
        var schema = JsonSchema.Parse(ResultSchema.Text(1));

        foreach (var result in SampleResults.All)
            Assert.That(schema.Faults(JsonNode.Parse(FormerResult.Write(result))), Is.Empty);
    }

    [Test]
    public void Every_text_is_the_English_one_and_all_else_stays()
    {
        var former = JsonNode.Parse(FormerResult.Write(SampleResults.Deadlock))!;
        var check = SampleResults.Deadlock.Exercises[0].Checks[0];
        var told = former["exercises"]![0]!["checks"]![0]!;

        Assert.That(former["format"]!.GetValue<string>(), Is.EqualTo("exercisekit.result/1"));
        Assert.That(told["message"]!.GetValue<string>(), Is.EqualTo(check.Message.En));
        Assert.That(told["cycle"]!.AsArray().Select(link => link!.GetValue<string>()), Is.EqualTo(check.Cycle!.Value.Select(link => link.En)));
        Assert.That(told["timeline"]![3]!["operation"]!.GetValue<string>(), Is.EqualTo(check.Timeline[3].Operation.En));
        Assert.That(told["replay"]!.GetValue<string>(), Is.EqualTo(check.Replay));
        Assert.That(former["score"]!.GetValue<int>(), Is.EqualTo(SampleResults.Deadlock.Score));
    }

    [Test]
    public void The_JSON_report_writes_it_where_it_is_asked_for()
    {
        var writer = new StringWriter();

        new JsonReport(writer, isFormer: true).Write(SampleResults.Violation);

        Assert.That(writer.ToString(), Is.EqualTo(FormerResult.Write(SampleResults.Violation)));
    }

    [TestCase("exercisekit.result/1", "Grade again", "重新评分")]
    [TestCase("exercisekit.result/3", "Update this kit", "更新 kit")]
    [TestCase("none", "Name what `kit grade --out` wrote", "请指定")]
    public void A_result_of_another_format_is_refused_with_what_to_do(string format, string en, string zh)
    {
        var told = ResultJson.Refusal("result.json", format);

        Assert.That(told.En, Does.Contain(format).And.Contain(en));
        Assert.That(told.Zh, Does.Contain(format).And.Contain(zh));
    }
}
