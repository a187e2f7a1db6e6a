using System.CommandLine;
using System.Text.Json;
using ExerciseKit.Cli.Commands;
using ExerciseKit.Cli.Options;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading;
using ExerciseKit.Grading.Packing;
using ExerciseKit.Reports.Console;

namespace ExerciseKit.Cli.Online;

/// <summary><c>kit submit ADDRESS [ID…]</c></summary>
internal sealed class SubmitCommand : KitCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Kit kit;
    private readonly Argument<string> address = new("ADDRESS") { Description = "The class's server, as https://kit.example.edu; the first time the personal link, which signs in." };
    private readonly Argument<string[]> exercises = new("ID")
    {
        Description = "The exercises; the beginning of an id is enough. Default: those whose stub you have changed.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> file = new("--file") { Description = "A file to hand in as it is, in the place of what stands in your folder.", HelpName = "FILE" };
    private readonly Option<bool> late = new("--late") { Description = "Hands in though it is late and costs late days or points." };
    private readonly Option<bool> wait = new("--wait") { Description = "Waits for the result, and shows each check as it comes." };

    public SubmitCommand(Kit kit)
        : base("submit", "Hands in what you wrote at your class's server.", "kit submit https://kit.example.edu/in#SECRET", "kit submit https://kit.example.edu 07 --wait", "kit submit https://kit.example.edu --file week3.zip --late")
    {
        this.kit = kit;
        Add(address);
        Add(exercises);
        Add(file);
        Add(late);
        Add(wait);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    it was handed in; with --wait: it was graded
          2    it was not taken, or the command line can't be used
          130  cancelled
        """,
        """
        退出码：
          0    已提交；加了 --wait 时：已评分
          2    没有接收，或者命令行无法使用
          130  已取消
        """);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var said = parsed.GetRequiredValue(address);
        if (!Uri.TryCreate(said, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            throw new BadInputException(SubmitTexts.NoAddress(said));
        var server = new Uri(uri.GetLeftPart(UriPartial.Authority));
        if (server.Scheme == Uri.UriSchemeHttp && !server.IsLoopback)
            kit.Terminal.Complain(kit.Say(SubmitTexts.InTheClear(server), parsed));
        var (exercise, name, content) = Read(parsed);
        using var client = new ServiceClient(server, Grader.KitVersion, kit.Language(parsed)) { Session = SessionFile.Of(server) };
        if (uri.Fragment.Length > 1)
            await client.SignInAsync(uri.Fragment[1..], cancellation);
        var me = await client.MeAsync(cancellation) ?? throw new BadInputException(SubmitTexts.NotSignedIn(server));
        if (client.Session is { } session)
            SessionFile.Keep(server, session);
        var (token, sentAs) = (me.GetProperty("form").GetString()!, Guid.NewGuid().ToString());
        var answer = await client.HandInAsync(token, exercise, name, content, sentAs, cost: null, cancellation);
        if (answer.Question is { } question)
        {
            if (!parsed.GetValue(late))
                throw new BadInputException(SubmitTexts.AskLate(question));
            answer = await client.HandInAsync(token, exercise, name, content, sentAs, answer.Cost, cancellation);
        }

        if (answer.Id is not { } id)
            throw new BadInputException(SubmitTexts.AskLate(answer.Question ?? ""));
        Tell(kit.Say(SubmitTexts.HandedIn(new Uri(server, $"/hand-ins/{id}"), answer.IsSame), parsed));
        if (parsed.GetValue(wait))
            await FollowAsync(client, id, cancellation);
        return ExitCode.Passed;
    }

    private (string? Exercise, string Name, byte[] Content) Read(ParseResult parsed)
    {
        var place = kit.Place(parsed);
        var ids = place.Course.Choose(parsed.GetValue(exercises) ?? []);
        if (parsed.GetValue(file) is { } path)
        {
            try
            {
                return (ids is [var one] ? one : null, Path.GetFileName(path), File.ReadAllBytes(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new BadInputException(($"{path} can't be read: {e.Message}", $"{path} 无法读取：“{e.Message}”"));
            }
        }

        var packed = new HandInPacker(place.Course).Pack(place.Student.Exercises, ids, student: null, _ => OwnVerdict.Open, DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        return (null, "hand-in.zip", packed.Zip);
    }

    private async Task FollowAsync(ServiceClient client, Guid id, CancellationToken cancellation)
    {
        var (told, words) = (0, "");
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            var state = await client.StateAsync(id, cancellation);
            if (state.GetProperty("words").GetString() is { } now && now != words)
                Tell(words = now);
            foreach (var check in state.GetProperty("checks").EnumerateArray().Skip(told))
                Tell($"  {Text(check, "points")}  {Text(check, "verdict")}: {Text(check, "title")} ({Text(check, "exercise")})");
            told = Math.Max(told, state.GetProperty("checks").GetArrayLength());
            if (state.GetProperty("isDone").GetBoolean())
                return;
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    private static string Text(JsonElement check, string name) => check.GetProperty(name).GetString() ?? "";

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));
}
