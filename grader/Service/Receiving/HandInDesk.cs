using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Courses;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Marking;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Receiving;

/// <summary>Takes what is handed in: the file and that it is to be graded are written in one, or nothing is.</summary>
/// <param name="database">Where to.</param>
/// <param name="courses">Tells what the course demands.</param>
/// <param name="queue">Told what is to be graded.</param>
internal sealed class HandInDesk(ServiceDatabase database, CourseReader courses, IGradingQueue queue)
{
    /// <summary>Takes a delivery, or tells why not.</summary>
    public async Task<Receipt> ReceiveAsync(Delivery delivery, CancellationToken cancellation)
    {
        DeliveryReading reading;
        try
        {
            reading = DeliveryReading.Of(delivery, courses.Catalog);
        }
        catch (BadInputException e)
        {
            return new NotTaken(e.Text ?? (e.Message, $"这个文件不能提交：“{e.Message}”"));
        }

        var context = database.CreateContext();
        await using var _ = context.ConfigureAwait(false);
        var (receipt, grading) = await TakeAsync(context, delivery, reading, cancellation).ConfigureAwait(false);
        if (grading is { } asked)
            await queue.AskedAsync([asked], cancellation).ConfigureAwait(false);
        return receipt;
    }

    private async Task<(Receipt Receipt, Guid? Grading)> TakeAsync(ServiceContext context, Delivery delivery, DeliveryReading reading, CancellationToken cancellation)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        // Two deliveries of one person wait for one another here, so that neither is counted without the other.
        await context.People.Where(p => p.Id == delivery.PersonId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, p => p.Name), cancellation).ConfigureAwait(false);
        var course = await courses.ReadAsync(context, cancellation).ConfigureAwait(false);
        var person = await context.People.AsNoTracking().SingleAsync(p => p.Id == delivery.PersonId, cancellation).ConfigureAwait(false);
        var facts = await FactReading.ReadAsync(context, person.Id, cancellation).ConfigureAwait(false);
        var now = await context.NowAsync(cancellation).ConfigureAwait(false);
        var sent = delivery.SentAs is not { } name ? null : await context.HandIns.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == person.Id && h.SentAs == name, cancellation).ConfigureAwait(false);
        if (sent?.Sha256 == reading.Sha256)
            return (new SameAsBefore(sent.Id), null);
        var exercises = reading.Exercises.Where(id => course.Policy.Exercises.Any(e => e.Id == id)).Order(StringComparer.Ordinal).ToArray();
        if (Refusal(course, person, facts, delivery, exercises, reading, now) is { } refusal)
            return (refusal, null);
        var handIn = new HandInRow
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            Exercises = exercises,
            ReceivedAt = now,
            Way = delivery.Way,
            FileName = reading.Name,
            Bytes = reading.Content.Length,
            Sha256 = reading.Sha256,
            // A form that is sent again with another file is another hand-in.
            SentAs = sent is null ? delivery.SentAs : null,
        };
        var grading = new GradingRow { Id = Guid.CreateVersion7(now), HandInId = handIn.Id, Reason = GradingReason.HandedIn, AskedAt = now };
        await CancelOlderAsync(context, person.Id, exercises, now, cancellation).ConfigureAwait(false);
        context.HandIns.Add(handIn);
        context.HandInFiles.Add(new HandInFileRow { HandInId = handIn.Id, Content = reading.Content });
        context.Gradings.Add(grading);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return (new HandedIn(handIn.Id), grading.Id);
    }

    private static Receipt? Refusal(StandingCourse course, PersonRow person, IReadOnlyList<HandInFact> facts, Delivery delivery, string[] exercises, DeliveryReading reading, DateTimeOffset now)
    {
        if (exercises.Length == 0)
            return new NotTaken(NoneOfTheCourse(course, reading));
        var last = facts.Where(f => f.IsCharged && exercises.All(f.Exercises.Contains)).MaxBy(f => f.ReceivedAt);
        if (last is not null && last.Sha256 == reading.Sha256 && last.Exercises.SequenceEqual(exercises))
            return new SameAsBefore(last.Id);
        var marks = new Standings(course);
        var used = marks.Of(person, facts, now).Exercises.Where(e => exercises.Contains(e.Id) && e.AttemptsLeft == 0).Select(e => e.Id).ToList();
        if (used.Count > 0)
            return new NotTaken(NoAttempts(course, used));
        var cost = marks.CostOf(person, facts, exercises, now);
        if (cost is { Closed.Count: > 0 })
            return new NotTaken(Closed(cost.Closed));
        return cost is not null && cost.Name != delivery.AcceptedCost ? new LateAsked(cost) : null;
    }

    // The newest counts; what waits behind it would only delay others. What also holds another exercise stays.
    private static async Task CancelOlderAsync(ServiceContext context, string person, string[] exercises, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await context.Gradings.AsNoTracking().Where(g => g.State == GradingState.Waiting && g.Reason == GradingReason.HandedIn && g.HandIn!.PersonId == person)
            .Select(g => new { g.Id, g.HandIn!.Exercises }).ToListAsync(cancellation).ConfigureAwait(false);
        var ids = waiting.Where(w => w.Exercises.All(exercises.Contains)).Select(w => w.Id).ToList();
        await context.Gradings.Where(g => ids.Contains(g.Id) && g.State == GradingState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, GradingState.Cancelled).SetProperty(g => g.EndedAt, now), cancellation).ConfigureAwait(false);
    }

    private static LocalizedText NoneOfTheCourse(StandingCourse course, DeliveryReading reading) => (
        $"{reading.Name} holds {string.Join(", ", reading.Exercises)}, and this course has {string.Join(", ", course.Policy.Exercises.Select(e => e.Id))}. Hand in one of these.",
        $"{reading.Name} 里是 {string.Join("、", reading.Exercises)}，而这门课的练习是 {string.Join("、", course.Policy.Exercises.Select(e => e.Id))}。请提交其中的练习。");

    private static LocalizedText NoAttempts(StandingCourse course, IReadOnlyList<string> used) => (
        $"All {course.Policy.AttemptsPerDay} hand-ins of today for {string.Join(", ", used)} are used up. The next day begins at 00:00 in {course.Policy.TimeZone.Id}; hand in then.",
        $"{string.Join("、", used)} 今天的 {course.Policy.AttemptsPerDay} 次提交都用完了。新的一天从 {course.Policy.TimeZone.Id} 的 00:00 开始，请到那时再提交。");

    private static LocalizedText Closed(IReadOnlyList<string> exercises) => (
        $"{string.Join(", ", exercises)} is closed: it was due so long ago that no points can be reached any more. Ask your teacher for an extension.",
        $"{string.Join("、", exercises)} 已经关闭：过了截止时间太久，已经得不到分了。请向老师申请延期。");
}
