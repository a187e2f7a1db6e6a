using ExerciseKit.Contract.Wire;
using ExerciseKit.Host;
using ExerciseKit.Host.Agents;

const int BadUsage = 2;
const int BrokenContract = 70;

try
{
    switch (args)
    {
        case ["--agent", var socket]:
            HashSeeds.Fix();
            using (var channel = MessageChannel.Connect(socket))
                new AgentHost(channel).Serve();
            return 0;
        case ["--agent", var socket, "--live"]:
            Leash.Tie();
            using (var channel = MessageChannel.Connect(socket))
                return new LiveAgent(channel).Live();
        case ["--broker", var socket, var assembly]:
            return Broker.Run(socket, assembly);
        case ["--program", var assembly, var type, var method]:
            return HostedProgram.Run(assembly, type, method);
        default:
            Stderr.WriteLine("The host is started by the kit: --agent SOCKET for the grader's agents, one after another; --agent SOCKET --live for one child process; --broker SOCKET ASSEMBLY for a program started by hand; --program ASSEMBLY TYPE METHOD for a whole program, with its arguments on standard input.");
            return BadUsage;
    }
}
catch (ProtocolException e)
{
    Stderr.WriteLine($"{e.Fault}: {e.Message}");
    return BrokenContract;
}
