using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;
using ExerciseKit.Exploration.Observers;

namespace ExerciseKit.Exploration.Checks;

/// <summary>A titled, pointed invariant over the schedules of its scenarios. It reads like the sentence of the task sheet.</summary>
/// <example>
/// <code>
/// new Check("no-oversell", ("No ticket is sold twice", "同一张票不会卖两次"), points: 4)
///     .In(ThreeBuyers)
///     .AtEnd(("every buyer comes to a decision", "每个买家都有结果"), Decisions, n => n == 3)
///     .Never(("no more tickets are sold than there were", "卖出的票不超过原有的票数"), Sales, n => n > 2)
/// </code>
/// </example>
/// <param name="Id">Unique in its exercise.</param>
/// <param name="Title">The invariant in words.</param>
/// <param name="Points">What it is worth: all or none.</param>
public sealed record Check(string Id, LocalizedText Title, int Points)
{
    /// <summary>The settings in which it must hold.</summary>
    public EquatableArray<Scenario> Scenarios { get; private init; }

    /// <summary>What must hold in each of them.</summary>
    public EquatableArray<Property> Properties { get; private init; }

    /// <summary>The same check of each member of a family, each with its own scenario and properties; none for a check that does not vary.</summary>
    public EquatableArray<Check> Members { get; private init; }

    /// <summary>The same check of larger members, whose schedules are too many to be searched: some of them are tried. What only some schedule must come to is not asked of them.</summary>
    public EquatableArray<Check> Larger { get; private init; }

    /// <summary>What is proved one after another: the check's own scenarios, if it has any, and each member of its families.</summary>
    public IEnumerable<Check> Parts => Scenarios.Count == 0 && Members.Count > 0 ? Members : [this, .. Members];

    /// <summary>All that it is tried in, proved or sampled.</summary>
    public IEnumerable<Check> All => [.. Parts, .. Larger];

    /// <summary>A property that a scenario is to be held to and never is, since the scenario is not tried in the property's tiers; null when there is none.</summary>
    public (Scenario Scenario, Property Property)? NeverJudged => All
        .SelectMany(part => part.Scenarios.SelectMany(scenario => part.Properties, (scenario, property) => (scenario, property)))
        .Where(pair => !pair.scenario.Tiers.Any(pair.property.Tiers.Contains))
        .Cast<(Scenario, Property)?>()
        .FirstOrDefault();

    /// <summary>What to think about when it fails.</summary>
    public LocalizedText? Hint { get; init; }

    /// <summary>The same check in these settings.</summary>
    public Check In(params Scenario[] scenarios) => this with { Scenarios = [.. Scenarios, .. scenarios] };

    /// <summary>The same check of each of these members besides.</summary>
    /// <param name="members">The inputs of each, as <see cref="Draw.Of{T}"/> gives them.</param>
    /// <param name="member">Says in which scenario a member is tried, and what must hold of it.</param>
    public Check Each<T>(IReadOnlyList<T> members, Func<Check, T, Check> member)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(member);
        return this with { Members = [.. Members, .. members.Select(m => member(new Check(Id, Title, Points), m))] };
    }

    /// <summary>The same check of a larger member besides, which is sampled.</summary>
    /// <param name="member">Its inputs, as <see cref="Draw.One{T}"/> gives them.</param>
    /// <param name="of">Says in which scenario it is tried, and what must hold of it.</param>
    public Check Sampling<T>(T member, Func<Check, T, Check> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return this with { Larger = [.. Larger, of(new Check(Id, Title, Points), member)] };
    }

    /// <summary>The same check with one more property.</summary>
    public Check That(Property property) => this with { Properties = [.. Properties, property] };

    /// <summary>In every schedule, when the program has ended, <paramref name="good"/> holds.</summary>
    public Check AtEnd<T>(LocalizedText statement, Observer<T> observer, Func<T, bool> good)
        where T : notnull => That(new AtEnd<T>(statement, observer, (value, _) => good(value)));

    /// <summary>In every schedule, when the program has ended, <paramref name="good"/> holds of its end.</summary>
    /// <param name="statement">The sentence, as a result shows it.</param>
    /// <param name="good">Whether it is true.</param>
    /// <param name="found">What was found where it is not, with its values; null for all that there is to say of an end.</param>
    public Check AtEnd(LocalizedText statement, Func<ProgramEnd, bool> good, Func<ProgramEnd, LocalizedText>? found = null) =>
        That(new AtEnd<int>(statement, Observe.Nothing, (_, end) => good(end), found is null ? null : (_, end) => found(end)));

    /// <summary>In no schedule does <paramref name="bad"/> ever hold. Say beside it, with AtEnd, that the work was done: doing nothing must not pass.</summary>
    public Check Never<T>(LocalizedText statement, Observer<T> observer, Func<T, bool> bad)
        where T : notnull => That(new Never<T>(statement, observer, bad));

    /// <summary>
    /// Some schedule reaches <paramref name="wanted"/>: too much order is a fault too. Judged in loose time, and in schedules
    /// in which nobody has given up waiting for a process before: who waits for each for a second does wait for each.
    /// </summary>
    public Check Sometimes<T>(LocalizedText statement, Observer<T> observer, Func<T, bool> wanted)
        where T : notnull => That(new Sometimes<Unhurried<T>>(statement, Unhurried<T>.Of(observer), so => !so.IsOver && wanted(so.Seen)) { Tiers = [Tier.Loose] });

    /// <summary>In every schedule, <paramref name="times"/> of <paramref name="first"/> happen before any <paramref name="then"/>. Judged in loose time, where no order rests on sleeps.</summary>
    public Check Order(LocalizedText statement, EventPattern first, int times, EventPattern then) =>
        That(new HappensBefore(statement, first, times, then) { Tiers = [Tier.Loose] });

    /// <summary>In no schedule is a process started by one that has waited for another of the task's. Says it of larger runs, where not all schedules are covered.</summary>
    /// <param name="lines">The lines of the task's that its processes print.</param>
    public Check StartsAllFirst(params LinePattern[] lines) =>
        Never(("all processes are started before one is waited for", "所有进程都启动之后才等待其中任何一个"), StartsFirst.Of(lines), seen => seen.Late is not null);

    /// <summary>In no schedule does a child print one of these lines after the method that the grader calls has returned.</summary>
    /// <param name="lines">The lines of the task's that its processes print.</param>
    public Check ReturnsLast(params LinePattern[] lines) =>
        Never(("the method has not returned while one of its processes is yet to print", "还有进程要打印时，方法不会返回"), AfterReturn.Of(lines), seen => seen.Line is not null);

    /// <summary>In every schedule at most <paramref name="limit"/> are between <paramref name="enter"/> and <paramref name="leave"/> at once.</summary>
    public Check AtMost(int limit, LocalizedText statement, EventPattern enter, EventPattern leave) =>
        Never(statement, Observe.Inside(enter, leave), inside => inside > limit);

    /// <summary>The program takes exactly this long in virtual time: sleeps side by side cost no more than the longest.</summary>
    public Check MakespanIs(TimeSpan makespan) => That(new AtEnd<int>(
        ($"the whole takes exactly {makespan.TotalSeconds} s", $"总共正好用 {makespan.TotalSeconds} 秒"),
        Observe.Nothing,
        (_, end) => end.Makespan == makespan,
        (_, end) => ($"it took {end.Makespan.TotalSeconds} s", $"用了 {end.Makespan.TotalSeconds} 秒"))
    { Tiers = [Tier.Strict], IsOfTime = true });

    /// <summary>The event happens once, and exactly then in virtual time.</summary>
    public Check OnceAt(LocalizedText statement, EventPattern pattern, TimeSpan at)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return AtEnd(($"{statement.En}, at exactly {at.TotalSeconds} s", $"{statement.Zh}，正好在第 {at.TotalSeconds} 秒"), Observe.Occurrences(pattern), so => so == new Occurrences(1, at)).OnlyIn(Tier.Strict);
    }

    /// <summary>No process ever reads or writes the file while another is in the middle of a plain, two-step write of it.</summary>
    public Check NoRaceOn(string path) => That(new RaceFree(path));

    /// <summary>The last property only in these tiers of time.</summary>
    public Check OnlyIn(params Tier[] tiers) =>
        this with { Properties = [.. Properties.Take(Properties.Count - 1), Properties[^1] with { Tiers = [.. tiers] }] };

    /// <summary>The check with a hint for those who fail it.</summary>
    public Check WithHint(LocalizedText hint) => this with { Hint = hint };
}
