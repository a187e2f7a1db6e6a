using ExerciseKit.Tests.Model;

namespace ExerciseKit.Tests.Exploration.Oracle.Real;

/// <summary>One step on a queue or a pipe in C#.</summary>
internal static class CSharpChannels
{
    // In this order, since the later ones catch the earlier ones' exceptions too.
    private const string Refusals =
        "catch (ObjectDisposedException) { last = \"Closed\"; } catch (EndOfStreamException) { last = \"StreamEnded\"; } "
        + "catch (IOException) { last = \"PipeUnusable\"; } catch (InvalidOperationException) { last = \"Misuse\"; }";

    public static string Of(Statement step) => $"try {{ {Attempt(step)} }} {Refusals}";

    private static string Attempt(Statement step) => step switch
    {
        Put { Seconds: null } put => $"{Of(put.Queue)}.Put({Item(put)}); last = \"Yes\";",
        Put put => $"last = {Of(put.Queue)}.TryPut({Item(put)}{Time(put.Seconds)}) ? \"Yes\" : \"No\";",
        Get { Seconds: null } get => $"var item = {Of(get.Queue)}.Get(); last = Text((object?)item as string ?? \"end\");",
        Get get => $"last = {Of(get.Queue)}.TryGet(out var item{Time(get.Seconds)}) ? Text((object?)item as string ?? \"end\") : \"No\";",
        CountItems count => $"last = \"Number \" + {Of(count.Queue)}.Count;",
        AskEmpty ask => $"last = {Of(ask.Queue)}.IsEmpty ? \"Yes\" : \"No\";",
        AskFull ask => $"last = {Of(ask.Queue)}.IsFull ? \"Yes\" : \"No\";",
        FinishOne finish => $"{Of(finish.Queue)}.TaskDone(); last = \"Nothing\";",
        JoinItems join => $"{Of(join.Queue)}.Join(); last = \"Nothing\";",
        Send { IsBytes: true } send => $"{Of(send.End)}.SendBytes(new byte[{send.Text}]); last = \"Nothing\";",
        Send send => $"{Of(send.End)}.Send(new Parcel(\"{send.Text}\", {(send.Given is { } given ? Of(given) : "null")})); last = \"Nothing\";",
        Receive { IsBytes: true } receive => $"last = Text({Of(receive.End)}.ReceiveBytes({receive.AtMost?.ToString() ?? "null"}).Length.ToString());",
        Receive receive => $"last = Text({Of(receive.End)}.Receive<Parcel>().Text);",
        Poll poll => $"last = {Of(poll.End)}.Poll({(poll.Seconds is { } seconds ? $"TimeSpan.FromSeconds({seconds})" : "Timeout.InfiniteTimeSpan")}) ? \"Yes\" : \"No\";",
        CloseEnd close => $"{Of(close.End)}.Close(); last = \"Nothing\";",
        _ => throw new ArgumentException($"There is no C# for {step}; add it here."),
    };

    private static string Item(Put put) => put.End is { } end ? Of(end) : $"\"{put.Text}\"";

    private static string Of(string name) => CSharpText.Shared(name);

    private static string Time(int? seconds) => $", TimeSpan.FromSeconds({seconds})";
}
