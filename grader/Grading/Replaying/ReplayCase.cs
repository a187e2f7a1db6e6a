using ExerciseKit.Contract.Faults;
using ExerciseKit.Exercises;
using ExerciseKit.Exploration.Checks;
using ExerciseKit.Exploration.Replay;
using ExerciseKit.Grading.Checking;
using ExerciseKit.Grading.Submissions;

namespace ExerciseKit.Grading.Replaying;

/// <summary>A token together with what it speaks of: the hand-in, the check, the scenario.</summary>
internal sealed record ReplayCase(ReplayToken Token, SubmittedExercise HandIn, bool IsSameHandIn, Check Check, Scenario Scenario)
{
    /// <summary>Finds all that the request's token speaks of.</summary>
    /// <exception cref="BadInputException">It can't be read, or speaks of something that is not here.</exception>
    public static ReplayCase Find(ReplayRequest request, ExerciseCatalog catalog)
    {
        var token = ReplayTokenText.Read(request.Token) switch
        {
            ReadableToken readable => readable.Token,
            UnreadableToken unreadable => throw new BadInputException(unreadable.Message),
            var other => throw new InvalidOperationException($"Reading a token came to a {other.GetType().Name}."),
        };
        if (catalog.Find(token.Exercise) is not { } exercise)
            throw new BadInputException((
                $"The replay token is of the exercise {token.Exercise}, which is not in this kit. Name the kit's folder with --root.",
                $"这个重放令牌属于练习 {token.Exercise}，而 kit 里没有它。请用 --root 指定 kit 的文件夹。"));
        var check = CheckCatalog.Drawn(token.Exercise, token.Seed, exercise.Limits).FirstOrDefault(c => c.Id == token.Check);
        var part = check?.All.FirstOrDefault(p => p.Scenarios.Any(s => s.Name.En == token.Scenario));
        if (check is null || part is null)
            throw new BadInputException((
                $"The replay token is of the check {token.Check} of {token.Exercise} in the scenario '{token.Scenario}', which this kit does not have: the exercise has changed. Grade again for a new token.",
                $"这个重放令牌属于 {token.Exercise} 的检查项 {token.Check}、场景“{token.Scenario}”，而 kit 里没有：练习已经改过了。请重新评分，得到新的令牌。"));
        var handIn = Read(request, token, catalog);
        var isSame = token.IsOf(SubmissionHash.Of([handIn]));
        if (!isSame && !request.Force)
            throw new BadInputException((
                $"The replay token was made of another version of {token.Exercise} than the one in {PathOf(request, catalog)}. Name that version's path, or try the interleaving on this one with --force.",
                $"这个重放令牌是从 {token.Exercise} 的另一个版本得到的，不是 {PathOf(request, catalog)} 里的这一份。请指定那个版本的路径，或者加上 --force，在这一份上试试同样的执行顺序。"));
        return new ReplayCase(token, handIn, isSame, part with { Hint = check.Hint }, part.Scenarios.First(s => s.Name.En == token.Scenario));
    }

    private static SubmittedExercise Read(ReplayRequest request, ReplayToken token, ExerciseCatalog catalog)
    {
        var handIn = SubmissionReader.Read(PathOf(request, catalog), catalog, [token.Exercise]).Exercises.Single();
        return handIn.CanCompile
            ? handIn
            : throw new BadInputException((
                $"There is no {token.Exercise} to run in {PathOf(request, catalog)}: {string.Join("; ", handIn.Problems.Select(p => $"{p.File}: {p.Message.En}"))}",
                $"{PathOf(request, catalog)} 里没有可以运行的 {token.Exercise}：{string.Join("；", handIn.Problems.Select(p => $"{p.File}：{p.Message.Zh}"))}"));
    }

    private static string PathOf(ReplayRequest request, ExerciseCatalog catalog) =>
        request.Path ?? Path.Combine(catalog.Root, KitRoot.ExercisesFolder);
}
