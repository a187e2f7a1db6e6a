using ExerciseKit.Contract.Operations;
using ExerciseKit.Kernel;
using ExerciseKit.Tests.Kernel.Driving;
using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Kernel.Consoles;

public sealed class ConsoleTests
{
    [Test]
    public void A_line_may_be_printed_in_pieces_and_counts_when_it_ends() =>
        Assert.That(InKernel.PrintoutOf(new Print("a", EndsLine: false), new Print("b", EndsLine: false), new Print("c")), Is.EqualTo("0: abc"));

    [Test]
    public void The_lines_of_one_write_stay_together()
    {
        var kernel = new ByHand();
        kernel.Do("0", new WriteConsole(ConsoleStream.Out, "one\r\ntwo\nthr"));
        Assert.That(Lines(kernel), Is.EqualTo(new[] { "one", "two" }));
        kernel.Do("0", new WriteConsole(ConsoleStream.Out, "ee\n"));
        Assert.That(Lines(kernel), Is.EqualTo(new[] { "one", "two", "three" }));
    }

    [Test]
    public void What_an_ending_process_has_begun_is_printed() =>
        Assert.That(InKernel.PrintoutOf(new Print("half", EndsLine: false)), Is.EqualTo("0: half"));

    [Test]
    public void What_a_dying_process_has_begun_is_printed()
    {
        var program = SmallProgram.Of(
            ("0", ProcessText.Of(new Start("0.0"), new Pause(1), new Kill("0.0"), new Join("0.0"))),
            ("0.0", ProcessText.Of(new Print("half", EndsLine: false), new Pause(9))));
        Assert.That(InKernel.PrintoutsOf(program), Is.EqualTo(new[] { "0.0: half" }));
    }

    [Test]
    public void Output_and_error_stream_have_lines_of_their_own() =>
        Assert.That(
            InKernel.PrintoutOf(new Print("a", EndsLine: false), new Print("wrong", EndsLine: true, Printout.Error), new Print("b")),
            Is.EqualTo("0! wrong 0: ab"));

    [Test]
    public void Lines_of_two_processes_come_in_every_order() =>
        Assert.That(
            InKernel.PrintoutsOf(SmallProgram.Of(
                ("0", ProcessText.Of(new Start("0.0"), new Print("x"), new Join("0.0"))),
                ("0.0", ProcessText.Of(new Print("y"))))),
            Is.EquivalentTo(new[] { "0: x 0.0: y", "0.0: y 0: x" }));

    private static IEnumerable<string> Lines(ByHand kernel) => kernel.Events.OfType<LinePrinted>().Select(e => e.Line);
}
