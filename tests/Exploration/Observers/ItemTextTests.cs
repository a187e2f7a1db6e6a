using System.Text;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Tests.Exploration.Observers;

public sealed class ItemTextTests
{
    [TestCase("\"tea at four\"")]
    [TestCase("\"Q: tea at four?\"")]
    [TestCase("{\"From\":1,\"Text\":\"tea at four\"}")]
    [TestCase("{\"$type\":\"System.String\",\"$value\":\"tea at four\"}")]
    [TestCase("[\"tea\",\"at\",\"four\"]")]
    [TestCase("[\"t\",\"e\",\"a\",\" \",\"a\",\"t\",\" \",\"f\",\"o\",\"u\",\"r\"]")]
    [TestCase("[116,101,97,32,97,116,32,102,111,117,114]")]
    public void A_text_is_found_in_whatever_carries_it(string json) =>
        Assert.That(ItemText.Carries(json, "tea at four"), Is.True);

    [Test]
    public void A_text_is_found_in_its_bytes([Values("utf-8", "utf-16", "utf-32")] string encoding) =>
        Assert.That(ItemText.Carries($"\"{Convert.ToBase64String(Encoding.GetEncoding(encoding).GetBytes("café"))}\"", "café"), Is.True);

    [TestCase("\"tea\"")]
    [TestCase("[1,2]")]
    [TestCase("{\"$handle\":0}")]
    [TestCase("null")]
    public void Another_item_does_not_carry_it(string json) =>
        Assert.That(ItemText.Carries(json, "tea at four"), Is.False);

    [TestCase("\"\"", true)]
    [TestCase("[]", true)]
    [TestCase("{\"Text\":\"\",\"To\":\"a child\"}", true)]
    [TestCase("\"go\"", false)]
    public void An_empty_text_is_carried_by_what_holds_an_empty_text(string json, bool expected) =>
        Assert.That(ItemText.Carries(json, ""), Is.EqualTo(expected));
}
