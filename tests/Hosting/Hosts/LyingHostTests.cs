using ExerciseKit.Contract.Results;

namespace ExerciseKit.Tests.Hosting.Hosts;

/// <summary>A host that breaks the protocol ends its own run with a named fault: no pass, no fault of the grader, nobody else's loss.</summary>
[NeedsLinux, CancelAfter(300_000)]
public sealed class LyingHostTests
{
    [TestCase("""Wire.SendBytes([0xFF, 0xFF, 0xFF, 0x7F]);""", "A frame of 2147483647 bytes was announced", Verdict.Limit, TestName = "A_frame_of_2_GB")]
    [TestCase("""Wire.SendBytes([0xFF, 0xFF, 0xFF, 0xFF]);""", "A frame of -1 bytes was announced", Verdict.Limit, TestName = "A_frame_of_a_negative_length", Category = "Slow")]
    [TestCase("Wire.Send(200);", "200 is no message's number", Verdict.Crash, TestName = "An_unknown_frame", Category = "Slow")]
    [TestCase("Wire.Send(5, 2, 254, 255, 255, 255, 15);", "2147483647 elements were announced", Verdict.Crash, TestName = "A_frame_with_more_elements_than_bytes", Category = "Slow")]
    [TestCase("Wire.Send(3, 2, 250);", "250 is no operation's number", Verdict.Crash, TestName = "An_unknown_operation", Category = "Slow")]
    [TestCase("Wire.Send(3, 2);", "it ended too early", Verdict.Crash, TestName = "A_frame_without_its_parts", Category = "Slow")]
    [TestCase("Wire.Send(2, 2, 0);", "1 bytes came after the message", Verdict.Crash, TestName = "A_frame_with_something_after_it", Category = "Slow")]
    [TestCase("Wire.Send($Answer);", "it sent a Answer where", Verdict.Crash, TestName = "A_reply_as_a_request")]
    [TestCase("Wire.Send($Hello);", "it sent a Hello where", Verdict.Crash, TestName = "A_second_greeting", Category = "Slow")]
    [TestCase("Wire.Send($HostFault);", "it sent a HostFault where", Verdict.Crash, TestName = "A_fault_of_the_host", Category = "Slow")]
    [TestCase("Wire.Send($Begun);", "it sent a Begun where", Verdict.Crash, TestName = "A_second_beginning", Category = "Slow")]
    [TestCase("Wire.Send($Stale);", "it spoke for run -7 where it had run", Verdict.Crash, TestName = "A_stale_run_number")]
    [TestCase("while (true) Wire.Send($Early);", "it spoke for run 0", Verdict.Crash, TestName = "A_flood_of_frames")]
    [TestCase("""Wire.Perform("AcquireLock", "0~7", null);""", "it spoke of '0~7', which it neither made nor was given (AcquireLock)", Verdict.Crash, TestName = "A_handle_that_it_was_never_given", Category = "Slow")]
    [TestCase("""Wire.Perform("KillProcess", "0.1");""", "it spoke of '0.1', which it neither made nor was given (KillProcess)", Verdict.Crash, TestName = "A_process_that_is_not_its_child", Category = "Slow")]
    [TestCase("""Wire.Perform("CreateLock", "0~0");""", "it made '0~0', which is none of its names", Verdict.Crash, TestName = "A_primitive_under_another_ones_name", Category = "Slow")]
    [TestCase("""Wire.Perform("EndProcess", Wire.Ending(1), 1, null, null);""", "an end by a crash without the crash", Verdict.Crash, TestName = "An_end_that_says_nothing", Category = "Slow")]
    [TestCase("""Wire.Perform("EndProcess", Wire.Ending(0), 0, null, null);""", "it went on speaking where it should have waited for its answer, or have ended", Verdict.Crash, TestName = "An_operation_after_its_end")]
    public async Task In_a_process_that_is_learnt_it_fails_its_own_checks_and_no_other(string lie, string told, Verdict verdict)
    {
        var checks = await LyingHandIn.GradeAsync(lie, TestContext.CurrentContext.CancellationToken);

        AssertOnlyTheLiarsChecksFail(checks, told, verdict);
    }

    [Test]
    public async Task A_child_of_a_class_that_is_not_there_is_a_crash_of_its_own()
    {
        var checks = await LyingHandIn.GradeAsync("Wire.StartNobody();", TestContext.CurrentContext.CancellationToken);

        Assert.That(checks, Has.Count.EqualTo(4));
        Assert.That(checks.Single(c => c.Id == LyingHandIn.HonestCheck).Status, Is.EqualTo(CheckStatus.Passed));
        foreach (var check in checks.Where(c => c.Id != LyingHandIn.HonestCheck))
        {
            Assert.That(check.Verdict, Is.EqualTo(Verdict.Crash), check.Id);
            Assert.That(check.Message.En, Does.Contain("There is no class Nobody in "), check.Id);
        }
    }

    /// <summary>The search meets no lie; the run that confirms what it found does.</summary>
    [TestCase("Wire.Send(200);", "was no message", Verdict.Crash, TestName = "An_unknown_frame_for_real", Category = "Slow")]
    [TestCase("""Wire.SendBytes([0xFF, 0xFF, 0xFF, 0x7F]);""", "A frame of 2147483647 bytes was announced", Verdict.Limit, TestName = "A_frame_of_2_GB_for_real", Category = "Slow")]
    [TestCase("Wire.Send($Answer);", "it sent a Answer where", Verdict.Crash, TestName = "A_reply_as_a_request_for_real")]
    [TestCase("Wire.Send($Ask);", "it spoke for run 0 where it had run", Verdict.Crash, TestName = "A_stale_run_number_for_real", Category = "Slow")]
    [TestCase("""Wire.Perform("AcquireLock", "0~7", null);""", "it spoke of '0~7'", Verdict.Crash, TestName = "A_handle_that_it_was_never_given_for_real", Category = "Slow")]
    public async Task In_a_run_of_all_processes_it_fails_its_own_checks_and_no_other(string lie, string told, Verdict verdict)
    {
        var checks = await LyingHandIn.GradeAsync($"if (Wire.IsAnswered) {{ {lie} }}", TestContext.CurrentContext.CancellationToken);

        AssertOnlyTheLiarsChecksFail(checks, told, verdict);
    }

    private static void AssertOnlyTheLiarsChecksFail(IReadOnlyList<CheckResult> checks, string told, Verdict verdict)
    {
        Assert.That(checks, Has.Count.EqualTo(4));
        var honest = checks.Single(c => c.Id == LyingHandIn.HonestCheck);
        Assert.That((honest.Status, honest.Message.En), Is.EqualTo((CheckStatus.Passed, "Holds in every interleaving.")));
        foreach (var check in checks.Where(c => c != honest))
        {
            Assert.That((check.Status, check.Verdict, check.Points), Is.EqualTo((CheckStatus.Failed, verdict, 0)), $"{check.Id}: {check.Message.En}");
            Assert.That(check.Message.En, Does.Contain("broke the protocol: ").And.Contain(told), check.Id);
        }
    }
}
