using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace ExerciseKit.Tests.Exploration.Replay;

public sealed class ReplayTokenTextTests
{
    private static readonly ReplayToken Sample = new(
        "07-ticket-sale",
        "no-oversell",
        "5f70bf18a0860070",
        Seed: -3,
        "3 buyers, 2 tickets",
        Tier.Loose,
        Verdict.Deadlock,
        [
            new(new Choice("0", ChoiceKind.Complete), "ChildProcess.Start TicketSale.Visit"),
            new(new Choice("0.1", ChoiceKind.TimeOut), "prints „Größe“ 😀\t\"x\""),
            new(new Choice("0.1", ChoiceKind.Die), ""),
        ]);

    [Test]
    public void What_is_written_is_read_again() => Assert.That(Read(ReplayTokenText.Write(Sample)), Is.EqualTo(Sample));

    [Test]
    public void Any_token_is_read_again()
    {
        var texts = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => Printable(s.Get));
        var steps =
            from agent in Gen.Elements("0", "0.0", "0.1", "0.1.12")
            from kind in Gen.Elements(Enum.GetValues<ChoiceKind>())
            from operation in texts
            select new ReplayStep(new Choice(agent, kind), operation);
        var tokens =
            from head in texts.ArrayOf(4)
            from seed in ArbMap.Default.GeneratorFor<int>()
            from tier in Gen.Elements(Enum.GetValues<Tier>())
            from verdict in Gen.Elements(Enum.GetValues<Verdict>())
            from path in steps.ArrayOf()
            select new ReplayToken(head[0], head[1], head[2], seed, head[3], tier, verdict, new(path));

        Prop.ForAll(tokens.ToArbitrary(), token => Read(ReplayTokenText.Write(token)) == token).QuickCheckThrowOnFailure();
    }

    [Test]
    public void The_same_token_is_written_alike_and_in_few_characters()
    {
        var text = ReplayTokenText.Write(Sample);

        Assert.That(ReplayTokenText.Write(Sample with { Steps = [.. Sample.Steps] }), Is.EqualTo(text));
        Assert.That(text, Does.Match("^replay1[.][A-Za-z0-9_-]+$").And.Length.LessThan(320));
    }

    [Test]
    public void Blanks_and_line_ends_do_not_matter()
    {
        var text = ReplayTokenText.Write(Sample);
        var pasted = "  " + string.Join("\r\n      ", text.Chunk(70).Select(c => new string(c))) + " \n";

        Assert.That(Read(pasted), Is.EqualTo(Sample));
    }

    [TestCase("", TokenFault.Empty)]
    [TestCase(" \n ", TokenFault.Empty)]
    [TestCase("hello", TokenFault.NoToken)]
    [TestCase("replay", TokenFault.NoToken)]
    [TestCase("replay.abc", TokenFault.NoToken)]
    [TestCase("replayed.abc", TokenFault.NoToken)]
    [TestCase("replay2.abc", TokenFault.OtherVersion)]
    [TestCase("replay10.", TokenFault.OtherVersion)]
    [TestCase("replay1.", TokenFault.Damaged)]
    [TestCase("replay1.abc", TokenFault.Damaged)]
    [TestCase("replay1.a+b/", TokenFault.Damaged)]
    public void What_is_no_token_is_told_with_its_reason(string text, TokenFault fault)
    {
        var reading = ReplayTokenText.Read(text);

        Assert.That(reading, Is.InstanceOf<UnreadableToken>());
        Assert.That(((UnreadableToken)reading).Fault, Is.EqualTo(fault));
        Assert.That(((UnreadableToken)reading).Message.En, Does.Contain("replay token").And.EndWith("."));
    }

    [Test]
    public void Every_single_wrong_or_missing_character_is_noticed()
    {
        var text = ReplayTokenText.Write(Sample);
        for (var i = ReplayTokenText.Prefix.Length; i < text.Length - 1; i++)
        {
            var wrong = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            Assert.That(FaultOf(wrong), Is.EqualTo(TokenFault.Damaged), $"character {i} changed");
            Assert.That(FaultOf(text.Remove(i, 1)), Is.EqualTo(TokenFault.Damaged), $"character {i} left out");
        }

        Assert.That(FaultOf(text[..^9]), Is.EqualTo(TokenFault.Damaged));
    }

    [Test]
    public void A_length_that_would_take_gigabytes_is_not_believed()
    {
        var bytes = Base64Url.DecodeFromChars(ReplayTokenText.Write(Sample).AsSpan(ReplayTokenText.Prefix.Length));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), int.MaxValue);
        SHA256.HashData(bytes.AsSpan(4)).AsSpan(0, 4).CopyTo(bytes);

        Assert.That(FaultOf(ReplayTokenText.Prefix + Base64Url.EncodeToString(bytes)), Is.EqualTo(TokenFault.Damaged));
    }

    [Test]
    public void It_knows_its_hand_in_by_the_beginning_of_the_hash()
    {
        Assert.That(Sample.IsOf("5f70bf18a086007016e948b04aed3b82"), Is.True);
        Assert.That(Sample.IsOf("5f70bf18a086007116e948b04aed3b82"), Is.False);
    }

    private static ReplayToken? Read(string text) => (ReplayTokenText.Read(text) as ReadableToken)?.Token;

    private static TokenFault? FaultOf(string text) => (ReplayTokenText.Read(text) as UnreadableToken)?.Fault;

    // Half a surrogate pair is no text; ShortForm lets none through.
    private static string Printable(string text) => string.Concat(text.EnumerateRunes());
}
