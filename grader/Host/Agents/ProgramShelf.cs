using ExerciseKit.Contract.Wire;
using ExerciseKit.Multiprocessing.Programs;

namespace ExerciseKit.Host.Agents;

/// <summary>The program that this host ran last: its bytes for a fresh load, and itself for runs that may share statics.</summary>
internal sealed class ProgramShelf
{
    private string? path;
    private byte[] image = [];
    private byte[]? symbols;
    private ProgramContext? context;
    private LoadedProgram? program;

    /// <summary>The program of a run; tells the driver whether the run begins. None of the program's code has run by then.</summary>
    /// <returns>The program; null when it can't be loaded.</returns>
    public LoadedProgram? TryTake(RunAgent run, MessageChannel channel)
    {
        LoadedProgram taken;
        try
        {
            taken = Take(run.Assembly, run.FreshStatics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Drop();
            channel.Send(new HostFault(run.Run, $"{run.Assembly} could not be loaded: {e.Message}"));
            return null;
        }

        channel.Send(new Begun(run.Run));
        return taken;
    }

    /// <summary>The program at a path, loaded anew where its statics must be fresh.</summary>
    public LoadedProgram Take(string assembly, bool freshStatics)
    {
        if (assembly != path)
        {
            Drop();
            image = File.ReadAllBytes(assembly);
            symbols = Path.ChangeExtension(assembly, ".pdb") is var pdb && File.Exists(pdb) ? File.ReadAllBytes(pdb) : null;
            path = assembly;
        }

        if (program is null || freshStatics)
        {
            Drop();
            context = new ProgramContext(Path.GetDirectoryName(assembly)!);
            program = new LoadedProgram(context.LoadFromStream(new MemoryStream(image), symbols is null ? null : new MemoryStream(symbols)));
        }

        return program;
    }

    /// <summary>Forgets the loaded program: its statics are spoilt. Its bytes stay.</summary>
    public void Drop()
    {
        program = null;
        context?.Unload();
        context = null;
    }
}
