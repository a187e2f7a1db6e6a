using Mono.Cecil;
using Mono.Cecil.Cil;
using CallSite = ExerciseKit.Contract.CallSite;

namespace ExerciseKit.Preparation.Shims;

/// <summary>The place in the source of every instruction of a method, taken before anything is inserted.</summary>
/// <remarks>
/// What has no sequence point of its own, or a hidden one, belongs to the nearest earlier visible one; what comes before
/// all of them, to the first. An inserted instruction takes the place of the one that it was put before.
/// </remarks>
internal sealed class SiteMap
{
    private readonly Dictionary<Instruction, CallSite> sites = [];

    public SiteMap(MethodDefinition method)
    {
        var points = method.DebugInformation.SequencePoints.Where(p => !p.IsHidden).OrderBy(p => p.Offset).ToArray();
        if (points.Length == 0)
            return;
        First = Site(points[0]);
        var next = 0;
        var site = First;
        foreach (var instruction in method.Body.Instructions)
        {
            while (next < points.Length && points[next].Offset <= instruction.Offset)
                site = Site(points[next++]);
            sites[instruction] = site;
        }
    }

    /// <summary>Where the method begins.</summary>
    public CallSite First { get; } = CallSite.Unknown;

    public CallSite this[Instruction instruction]
    {
        get => sites.GetValueOrDefault(instruction, First);
        set => sites[instruction] = value;
    }

    private static CallSite Site(SequencePoint point) => CallSite.In(point.Document.Url, point.StartLine);
}
