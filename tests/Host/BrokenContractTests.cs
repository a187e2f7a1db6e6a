using System.Buffers.Binary;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Tests.Host;

public sealed class BrokenContractTests
{
    private const int BrokenContract = 70;

    [TestCase(200, TestName = "{m}(an unknown kind)")]
    [TestCase(2, TestName = "{m}(too short)")]
    [TestCase(2, 2, 0, TestName = "{m}(something after it)")]
    [TestCase(3, 2, 250, 2, 0, TestName = "{m}(an unknown operation)")]
    public void A_frame_that_is_no_message_ends_the_host_with_the_faults_name(params int[] body)
    {
        using var host = new WarmHost();
        host.Socket.Send([.. Header(body.Length), .. body.Select(b => (byte)b)]);
        var (exitCode, errors) = host.End();
        Assert.That(exitCode, Is.EqualTo(BrokenContract));
        Assert.That(errors, Does.StartWith("Malformed: "));
    }

    [TestCase(int.MaxValue)]
    [TestCase(Protocol.MaxFrameBytes + 1)]
    [TestCase(0)]
    [TestCase(-1)]
    public void A_frame_of_a_forbidden_length_ends_the_host_before_it_is_read(int length)
    {
        using var host = new WarmHost();
        host.Socket.Send(Header(length));
        var (exitCode, errors) = host.End();
        Assert.That(exitCode, Is.EqualTo(BrokenContract));
        Assert.That(errors, Does.StartWith("BadLength: ").And.Contain($"{length}"));
    }

    [Test]
    public void A_frame_that_is_cut_off_ends_the_host_with_the_faults_name()
    {
        using var host = new WarmHost();
        host.Socket.Send([.. Header(100), 1, 2, 3]);
        host.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        Assert.That(host.End().Errors, Does.StartWith("Truncated: "));
    }

    [Test]
    public void An_answer_that_nobody_asked_for_is_out_of_turn()
    {
        using var host = new WarmHost();
        host.Channel.Send(new Answer(1, Done.Instance));
        Assert.That(host.End().Errors, Does.StartWith("OutOfTurn: "));
    }

    [Test]
    public void A_run_while_one_is_on_is_out_of_turn_and_an_answer_of_another_run_is_stale()
    {
        using var program = new StudentAssembly("public static class P { public static void Run() { new ProcessLock(); } }");
        foreach (var (message, fault) in new (Message, string)[] { (new HostFault(1, ""), "OutOfTurn"), (new Answer(2, Done.Instance), "StaleRun") })
        {
            using var host = new WarmHost();
            host.Begin(program, new Target("P", "Run", "*"));
            host.NextAsk();
            host.Channel.Send(message);
            Assert.That(host.End().Errors, Does.StartWith(fault));
        }
    }

    [Test]
    public void A_closed_connection_ends_the_host_in_silence()
    {
        using var host = new WarmHost();
        host.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        Assert.That(host.End(), Is.EqualTo((0, "")));
    }

    private static byte[] Header(int length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        return header;
    }
}
