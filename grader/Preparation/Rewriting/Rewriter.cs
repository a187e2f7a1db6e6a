using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Preparation.Policy;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Makes a submission's assembly fit for a host: what it asks of the system it asks of the kernel, it can be ended, and it says where it stands.</summary>
internal static class Rewriter
{
    /// <summary>Checks an assembly against the policy and rewrites it. The same bytes give the same outcome.</summary>
    /// <param name="assembly">The compiled assembly.</param>
    /// <param name="symbols">Its portable symbols.</param>
    /// <param name="allowed">What it may use.</param>
    /// <param name="entryType">The full name of the class that the grader calls; null where anything may be called.</param>
    /// <param name="entries">The methods that it calls.</param>
    /// <exception cref="GraderFaultException">It could not be read or rewritten, for which the student is not to blame.</exception>
    /// <exception cref="OutOfMemoryException">It takes more than there is.</exception>
    public static RewriteOutcome Rewrite(byte[] assembly, byte[] symbols, AllowList allowed, string? entryType = null, IReadOnlyCollection<string>? entries = null)
    {
        try
        {
            using var module = Read(assembly, symbols);
            var reached = entryType is null ? ReachedCode.Everything(module) : ReachedCode.From(module, entryType, entries ?? []);
            var walker = new PolicyWalker(allowed, reached);
            var refusals = walker.Walk(module);
            if (refusals.Count > 0)
                return new Refused(refusals.ToEquatableArray());
            foreach (var (method, _) in walker.Idle)
                Sealing.Seal(method);
            var cautions = ChildStateScan.Remarks(module).Concat(CopyScan.Remarks(module)).ToEquatableArray();
            var reuseIsSafe = StaticsScan.ReuseIsSafe(module);
            Weave(module);
            return Write(module, reuseIsSafe) with { Idle = walker.Idle.Select(i => i.Refusal).ToEquatableArray(), Cautions = cautions };
        }
        // Whatever Cecil or a weaver stumbles over: a zero for the student would be wrong.
        catch (Exception e) when (e is not GraderFaultException and not OutOfMemoryException)
        {
            throw new GraderFaultException($"A submission's assembly could not be rewritten ({e.GetType().Name}: {e.Message}). Its source and this message make a bug report.", e);
        }
    }

    private static void Weave(ModuleDefinition module)
    {
        var host = new HostReferences(module);
        var redirects = new Redirects(host);
        var callSites = new CallSiteWeaver(host);
        var delegates = new DelegateWeaver(host);
        var hashes = new HashWeaver(host);
        var loops = new LoopWeaver(host);
        var landmarks = new LandmarkWeaver(module, host);
        var handlers = new HandlerWeaver(host);
        redirects.RenameTypes(module);
        var methods = module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).ToArray();
        foreach (var method in methods)
        {
            var body = new BodyEditor(method);
            var states = landmarks.Look(body);
            foreach (var instruction in body.Original)
                redirects.Apply(instruction);
            hashes.Weave(body);
            // Delegates before calls: they look at what stands before an instruction.
            delegates.Weave(body);
            callSites.Weave(body);
            landmarks.Weave(body, states);
            loops.Weave(body);
            handlers.Weave(body);
        }
    }

    private static ModuleDefinition Read(byte[] assembly, byte[] symbols) =>
        ModuleDefinition.ReadModule(new MemoryStream(assembly, writable: false), new ReaderParameters(ReadingMode.Deferred)
        {
            ReadSymbols = true,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = new MemoryStream(symbols, writable: false),
        });

    private static Rewritten Write(ModuleDefinition module, bool reuseIsSafe)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        module.Write(assembly, new WriterParameters
        {
            DeterministicMvid = true,
            Timestamp = 0,
            WriteSymbols = true,
            SymbolWriterProvider = new PortablePdbWriterProvider(),
            SymbolStream = symbols,
        });
        return new Rewritten(assembly.ToArray(), symbols.ToArray(), reuseIsSafe);
    }
}
