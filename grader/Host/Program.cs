using System.ComponentModel;
using System.Globalization;
using System.Runtime.Versioning;
using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host;
using ExerciseKit.Host.Agents;
using ExerciseKit.Host.Confinement;
using ExerciseKit.Host.Shims;
using ExerciseKit.Host.Wardens;

const int BadUsage = 2;
const int BrokenContract = 70;
const int NotConfined = 71;

try
{
    switch (args)
    {
        case [HostCommand.ConfineMode, var abi, var programs, var writable, .. var agent] when OperatingSystem.IsLinux():
            return StartOver(abi, programs, writable, agent);
        case [HostCommand.WardenMode, var socket]:
            using (var channel = MessageChannel.Connect(socket))
                new Warden(channel).Serve();
            return 0;
        case [HostCommand.AgentMode, var socket, "--live"]:
            Leash.Tie();
            // Needed up to the very end of the process, which closes it.
            return new LiveAgent(MessageChannel.Connect(socket)).Live();
        case [HostCommand.AgentMode, var socket]:
            Serve(socket, isBounded: false);
            return 0;
        case [HostCommand.AgentMode, var socket, var limits, var parent]:
            if (!OwnProcess.EndWith(int.Parse(parent, CultureInfo.InvariantCulture)))
                return 0;
            Bound(limits);
            Serve(socket, isBounded: true);
            return 0;
        case ["--broker", var socket, var assembly]:
            return Broker.Run(socket, assembly);
        case ["--program", var assembly, var type, var method]:
            return HostedProgram.Run(assembly, type, method);
        default:
            Stderr.WriteLine("The host is started by the kit: --agent SOCKET [LIMITS PARENT] for the grader's agents, one after another; --confine ABI PROGRAMS WRITABLE before that to confine itself first; --warden SOCKET to start those inside a sandbox; --agent SOCKET --live for one child process; --broker SOCKET ASSEMBLY for a program started by hand; --program ASSEMBLY TYPE METHOD for a whole program, with its arguments on standard input.");
            return BadUsage;
    }
}
catch (ProtocolException e)
{
    Stderr.WriteLine($"{e.Fault}: {e.Message}");
    return BrokenContract;
}

[SupportedOSPlatform("linux")]
static int StartOver(string abi, string programs, string writable, string[] agent)
{
    try
    {
        ConfinedStart.StartOver(abi, programs, writable, agent);
    }
    catch (Win32Exception e)
    {
        Stderr.WriteLine($"{e.Message} It was told to confine itself, so it runs nothing.");
    }

    return NotConfined;
}

static void Serve(string socket, bool isBounded)
{
    HashSeeds.Fix();
    using var channel = MessageChannel.Connect(socket);
    // The only connection it will ever have: none of the student's code has run yet.
    if (isBounded)
        SystemCallFilter.Install();
    new AgentHost(channel).Serve();
}

static void Bound(string limits)
{
    RunLimits.Limits = HostLimits.FromArgument(limits);
    OwnProcess.HideFromOthers();
    OwnProcess.Bound(RunLimits.Limits);
}
