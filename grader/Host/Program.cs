using ExerciseKit.Contract.Hosts;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Host;
using ExerciseKit.Host.Agents;
using ExerciseKit.Host.Confinement;
using ExerciseKit.Host.Shims;
using ExerciseKit.Host.Wardens;

const int BadUsage = 2;
const int BrokenContract = 70;

try
{
    switch (args)
    {
        case [HostCommand.WardenMode, var socket]:
            using (var channel = MessageChannel.Connect(socket))
                new Warden(channel).Serve();
            return 0;
        case [HostCommand.AgentMode, var socket, "--live"]:
            Leash.Tie();
            using (var channel = MessageChannel.Connect(socket))
                return new LiveAgent(channel).Live();
        case [HostCommand.AgentMode, var socket, .. var limits] when limits.Length <= 1:
            Bound(limits);
            HashSeeds.Fix();
            using (var channel = MessageChannel.Connect(socket))
            {
                // The only connection it will ever have: none of the student's code has run yet.
                if (limits.Length > 0)
                    SystemCallFilter.Install();
                new AgentHost(channel).Serve();
            }

            return 0;
        case ["--broker", var socket, var assembly]:
            return Broker.Run(socket, assembly);
        case ["--program", var assembly, var type, var method]:
            return HostedProgram.Run(assembly, type, method);
        default:
            Stderr.WriteLine("The host is started by the kit: --agent SOCKET [LIMITS] for the grader's agents, one after another; --warden SOCKET to start those inside a sandbox; --agent SOCKET --live for one child process; --broker SOCKET ASSEMBLY for a program started by hand; --program ASSEMBLY TYPE METHOD for a whole program, with its arguments on standard input.");
            return BadUsage;
    }
}
catch (ProtocolException e)
{
    Stderr.WriteLine($"{e.Fault}: {e.Message}");
    return BrokenContract;
}

static void Bound(string[] limits)
{
    if (limits is not [var told])
        return;
    RunLimits.Limits = HostLimits.FromArgument(told);
    OwnProcess.HideFromOthers();
    OwnProcess.Bound(RunLimits.Limits);
}
