using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Shared;

public sealed class SharedTests
{
    [Test]
    public void A_dictionary_keeps_the_order_in_which_keys_were_added() =>
        Assert.That(
            InKernel.PrintoutOf(
                new MakeDictionary("0~0"), new PutEntry("0~0", "a", 1), new PutEntry("0~0", "b", 2), new PutEntry("0~0", "a", 3), new EntriesOf("0~0"), new PrintLast(),
                new DropEntry("0~0", "a"), new PrintLast(), new PutEntry("0~0", "a", 4), new EntriesOf("0~0"), new PrintLast(), new KeysOf("0~0"), new PrintLast()),
            Is.EqualTo("0: Text a=3,b=2 0: Yes 0: Text b=2,a=4 0: Text b,a"));

    [Test]
    public void A_key_that_is_not_there_is_refused_and_its_removal_is_not() =>
        Assert.That(
            InKernel.PrintoutOf(
                new MakeDictionary("0~0"), new GetEntry("0~0", "a"), new PrintLast(), new DropEntry("0~0", "a"), new PrintLast(), new HasEntry("0~0", "a"), new PrintLast(),
                new CountOfEntries("0~0"), new PrintLast()),
            Is.EqualTo("0: KeyMissing 0: No 0: No 0: Number 0"));

    [Test]
    public void A_list_grows_at_its_end_and_knows_no_index_beyond() =>
        Assert.That(
            InKernel.PrintoutOf(
                new MakeList("0~0", 7), new PutAt("0~0", 1, 8), new PrintLast(), new AddLast("0~0", 8), new PutAt("0~0", 0, 9), new GetAt("0~0", 2), new PrintLast(),
                new ItemsOf("0~0"), new PrintLast(), new CountOfItems("0~0"), new PrintLast()),
            Is.EqualTo("0: OutOfRange 0: OutOfRange 0: Text 9,8 0: Number 2"));

    [TestCase(nameof(Tier.Strict))]
    [TestCase(nameof(Tier.Loose))]
    public void A_read_and_a_write_are_two_steps_so_that_an_update_can_be_lost(string tier)
    {
        Statement[] add = [new GetValue("0~0"), new BumpValue("0~0")];
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new MakeValue("0~0", 0), new Start("0.0"), new Start("0.1"), new Join("0.0"), new Join("0.1"), new GetValue("0~0"), new PrintLast())),
            ("0.0", ProcessText.Of(add)),
            ("0.1", ProcessText.Of(add)));
        Assert.That(InKernel.PrintoutsOf(program, Enum.Parse<Tier>(tier)), Is.EquivalentTo(new[] { "0: Number 1", "0: Number 2" }));
    }

    [Test]
    public void Using_what_nobody_made_is_refused() =>
        Assert.That(
            InKernel.PrintoutOf(new GetValue("0~0"), new PrintLast(), new AddLast("0~1", 1), new PrintLast(), new PutEntry("0~2", "a", 1), new PrintLast()),
            Is.EqualTo("0: Misuse 0: Misuse 0: Misuse"));
}
