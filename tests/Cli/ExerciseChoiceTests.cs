using ExerciseKit.Cli.Options;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;

namespace ExerciseKit.Tests.Cli;

public sealed class ExerciseChoiceTests
{
    private static readonly ExerciseCatalog Catalog = ExerciseCatalog.Load(Repository.Root);

    [TestCase("07-ticket-sale")]
    [TestCase("07")]
    [TestCase("7")]
    [TestCase("07-t")]
    [TestCase("ticket")]
    [TestCase("Ticket-Sale")]
    public void An_exercise_is_meant_by_its_number_or_the_beginning_of_its_name(string text) =>
        Assert.That(Catalog.Choose(text).Id, Is.EqualTo("07-ticket-sale"));

    [Test]
    public void A_number_means_one_exercise_though_others_begin_with_it() =>
        Assert.That(Catalog.Choose("1").Id, Is.EqualTo("01-spawn"));

    [TestCase("pipe", ExpectedResult = "13-pipe")]
    [TestCase("queue", ExpectedResult = "10-queue-ipc")]
    public string A_slug_is_known_without_its_number(string text) => Catalog.Choose(text).Id;

    [TestCase("p", "\"p\" may be 11-producers-consumers, 13-pipe, 15-pool, 21-process-per-client. Write more of the one you mean.")]
    [TestCase("99", "There is no exercise \"99\". There are: 01-spawn, ")]
    [TestCase("", "There is no exercise \"\". There are: 01-spawn, ")]
    [TestCase("-", "There is no exercise \"-\". There are: 01-spawn, ")]
    public void Who_means_none_or_several_is_told_which_there_are(string text, string message) =>
        Assert.That(() => Catalog.Choose(text), Throws.TypeOf<BadInputException>().With.Message.StartsWith(message));
}
