using System.Collections.Frozen;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Preparation.Shims;

namespace ExerciseKit.Preparation.Policy;

/// <summary>What graded code may use of the framework: the most specific rule decides, and what no rule names is refused.</summary>
/// <remarks>Type names are as metadata has them, without arities, nested ones after a slash.</remarks>
internal sealed class AllowList
{
    private readonly FrozenDictionary<string, Ruling> rules;
    private readonly FrozenSet<string> partlyAllowed;

    private AllowList(IEnumerable<KeyValuePair<string, Ruling>> rules)
    {
        var last = new Dictionary<string, Ruling>(StringComparer.Ordinal);
        foreach (var (key, ruling) in rules)
            last[key] = ruling;
        this.rules = last.ToFrozenDictionary(StringComparer.Ordinal);
        partlyAllowed = last
            .Where(r => r.Value.IsAllowed && r.Key.Contains("::", StringComparison.Ordinal))
            .Select(r => r.Key[..r.Key.IndexOf("::", StringComparison.Ordinal)])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The list that holds for every exercise.</summary>
    public static AllowList Standard { get; } = new(ReadStandard());

    /// <summary>This list, and what an exercise allows besides.</summary>
    /// <param name="patterns">The <c>allow</c> entries of its <c>exercise.json</c>: <c>Namespace.*</c>, <c>Namespace.Type</c> or <c>Namespace.Type::Member</c>.</param>
    public AllowList With(IEnumerable<string> patterns) =>
        new([.. rules, .. patterns.SelectMany(AllowListText.Keys).Select(key => KeyValuePair.Create(key, Ruling.Allowed))]);

    /// <summary>Whether a type may be named at all: as a variable's type, in a cast, as a type argument.</summary>
    public Ruling OfType(string type)
    {
        for (var outer = type; ; outer = outer[..outer.LastIndexOf('/')])
        {
            if (partlyAllowed.Contains(outer) || ShimCatalog.Find(outer) is not null)
                return Ruling.Allowed;
            if (rules.TryGetValue(outer, out var ruling))
                return ruling;
            if (!outer.Contains('/'))
                return OfNamespace(outer);
        }
    }

    /// <summary>Whether a member may be used; one that a shim stands for may.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="member">Its metadata name.</param>
    /// <param name="signature">Its parameter types in parentheses; empty for a field.</param>
    public Ruling OfMember(string type, string member, string signature)
    {
        var shim = ShimCatalog.Find(type);
        if (shim?.StandsFor(member, signature) == true)
            return Ruling.Allowed;
        if (rules.TryGetValue($"{type}::{member}{signature}", out var exact))
            return exact;
        // Beside overloads that are rewritten, an overload passes only if a rule gives its signature: a new one must not slip by.
        if (OfMemberName(type, member) is { } named && !(named.IsAllowed && shim?.StandsForSome(member) == true))
            return named;
        if (shim is not null)
            return rules.TryGetValue(type, out var whole) && !whole.IsAllowed ? whole : Ruling.Unlisted;
        if (rules.TryGetValue(type, out var ofType))
            return ofType;
        return type.LastIndexOf('/') is > 0 and var slash ? OfMember(type[..slash], member, "(of a nested type)") : OfNamespace(type);
    }

    private Ruling? OfMemberName(string type, string member)
    {
        if (rules.TryGetValue($"{type}::{member}", out var named))
            return named;
        var isAccessor = member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal);
        return isAccessor ? rules.GetValueOrDefault($"{type}::{member[4..]}") : null;
    }

    private Ruling OfNamespace(string type)
    {
        var isOwn = true;
        for (var dot = type.LastIndexOf('.'); dot > 0; dot = type.LastIndexOf('.', dot - 1))
        {
            if (rules.TryGetValue(type[..dot] + ".*", out var ruling) && (isOwn || !ruling.IsAllowed))
                return ruling;
            isOwn = false;
        }

        return Ruling.Unlisted;
    }

    private static List<KeyValuePair<string, Ruling>> ReadStandard()
    {
        const string name = "allow-list.txt";
        using var stream = typeof(AllowList).Assembly.GetManifestResourceStream(name)
            ?? throw new GraderFaultException($"The resource {name} is missing from {typeof(AllowList).Assembly.GetName().Name}: the kit was built incompletely.");
        using var reader = new StreamReader(stream);
        return [.. AllowListText.Parse(reader.ReadToEnd().Split('\n'), name)];
    }
}
