using ExerciseKit.Contract.Operations;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;
using Operations = ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Kernel.Files;

public sealed class FileTests
{
    [Test]
    public void A_reader_can_meet_the_empty_file_between_the_two_steps_of_a_plain_write() =>
        Assert.That(
            WhatAReaderMeets([new Write("a", "new")]),
            Is.EquivalentTo(new[] { "Text old", "Text", "Text new" }));

    [Test]
    public void A_move_over_a_file_is_one_step() =>
        Assert.That(
            WhatAReaderMeets([new Write("b", "new"), new Rename("b", "a", Overwrite: true)]),
            Is.EquivalentTo(new[] { "Text old", "Text new" }));

    [Test]
    public void An_append_is_one_step() =>
        Assert.That(WhatAReaderMeets([new Append("a", "er")]), Is.EquivalentTo(new[] { "Text old", "Text older" }));

    [Test]
    public void An_increment_by_read_and_write_can_lose_an_update()
    {
        Statement[] add = [new Read("a"), new If(Looks.EmptyText, [new Write("a", "1")], [new Write("a", "2")])];
        var ends = InKernel.EndsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Start("0.1"))),
            ("0.0", ProcessText.Of(add)),
            ("0.1", ProcessText.Of(add))).WithFile("a", ""));
        Assert.That(ends.Select(e => e.Objects), Is.SupersetOf(new[] { "a: '1'", "a: '2'" }));
    }

    [Test]
    public void What_is_not_there_cannot_be_read_or_moved() =>
        Assert.That(
            InKernel.PrintoutOf(new Read("a"), new PrintLast(), new Rename("a", "b", Overwrite: true), new PrintLast(), new Exists("a"), new PrintLast()),
            Is.EqualTo("0: FileMissing 0: FileMissing 0: No"));

    [Test]
    public void A_move_replaces_a_file_only_where_it_is_told_to() =>
        Assert.That(
            InKernel.PrintoutOf(
                new Write("a", "1"), new Write("b", "2"),
                new Rename("a", "b", Overwrite: false), new PrintLast(), new Read("b"), new PrintLast(),
                new Rename("a", "b", Overwrite: true), new PrintLast(), new Read("b"), new PrintLast(), new Exists("a"), new PrintLast()),
            Is.EqualTo("0: FileExists 0: Text 2 0: Nothing 0: Text 1 0: No"));

    [Test]
    public void A_move_onto_itself_loses_nothing() =>
        Assert.That(InKernel.PrintoutOf(new Write("a", "1"), new Rename("a", "a", Overwrite: true), new Read("a"), new PrintLast()), Is.EqualTo("0: Text 1"));

    [Test]
    public void An_append_makes_the_file_and_a_delete_of_none_is_no_error() =>
        Assert.That(
            InKernel.PrintoutOf(new Delete("a"), new PrintLast(), new Append("a", "1"), new Append("a", "2"), new Read("a"), new PrintLast(), new Delete("a"), new Exists("a"), new PrintLast()),
            Is.EqualTo("0: Nothing 0: Text 12 0: No"));

    [TestCase("data.json")]
    [TestCase("./data.json")]
    [TestCase("sub/../data.json")]
    [TestCase(".\\data.json")]
    [TestCase("/data.json")]
    [TestCase("../../data.json")]
    public void However_its_path_is_written_a_file_is_the_same(string path)
    {
        var kernel = new ByHand(files: [("data.json", "{}")]);
        Assert.That(kernel.Do("0", new ReadFile(path)), Is.EqualTo(new Operations.Text("{}")));
    }

    [Test]
    public void A_missing_file_is_named_as_the_student_wrote_it() =>
        Assert.That(((Failed)new ByHand().Do("0", new ReadFile("./nothing.txt"))!).Message, Does.Contain("'./nothing.txt'"));

    private static IEnumerable<string> WhatAReaderMeets(Statement[] writer) =>
        InKernel.PrintoutsOf(SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Start("0.1"))),
            ("0.0", ProcessText.Of(writer)),
            ("0.1", ProcessText.Of(new Read("a"), new PrintLast()))).WithFile("a", "old")).Select(p => p.Replace("0.1: ", ""));
}
