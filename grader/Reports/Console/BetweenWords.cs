using ExerciseKit.Contract;
using ExerciseKit.Contract.Results;

namespace ExerciseKit.Reports.Console;

/// <summary>What is told of the two lines of the student's own code between which a check fails.</summary>
public static class BetweenWords
{
    /// <summary>A sentence or two.</summary>
    public static LocalizedText Of(Between between)
    {
        ArgumentNullException.ThrowIfNull(between);
        var process = Plain.Line(between.Process);
        var (lines, linesZh) = Lines(between.First, between.Second);
        var (at, atZh) = between.At is { } site ? ($" at line {site.Line}", $"（第 {site.Line} 行）") : ("", "");
        var other = Plain.Line(between.Other ?? "");
        var does = between.Does.Select(Plain.Line);
        return between.Kind switch
        {
            BetweenKind.Interrupted => new(
                $"{lines} of {process}, {other} comes in{at}: {does.En}. What held at the first line need not hold at the second.",
                $"{process} 在{linesZh}之间，{other}{atZh}插了进来：{does.Zh}。前一行时成立的，到后一行时未必还成立。"),
            BetweenKind.Unordered when other.Length > 0 && between.At == between.First && between.First != between.Second => new(
                $"Line {between.Second.Line} of {process} does not wait for {other}, which is still at line {between.First.Line}.",
                $"{process} 的第 {between.Second.Line} 行没有等待 {other}，后者此时还停在第 {between.First.Line} 行。"),
            BetweenKind.Unordered when other.Length > 0 => new(
                $"{lines} nothing makes {process} wait for {other}, which is still{at}.",
                $"{linesZh}之间，没有什么让 {process} 等待 {other}，后者此时还在运行{atZh}。"),
            BetweenKind.Stuck when other.Length > 0 && between.At == between.Second && between.First != between.Second => new(
                $"{other} waits at line {between.Second.Line}, and what {process} does at line {between.First.Line} does not let it go on.",
                $"{other} 在第 {between.Second.Line} 行等待，而 {process} 在第 {between.First.Line} 行所做的没有让它能继续。"),
            BetweenKind.Stuck when other.Length > 0 => new(
                $"{lines} {process} keeps what {other} waits for{at}.",
                $"{process} 在{linesZh}之间占着 {other} 正在等的东西{atZh}。"),
            BetweenKind.Stuck => new(
                $"{lines} {process} comes to wait for what nobody gives it.",
                $"{process} 在{linesZh}之间开始等待，而没有谁会让它继续。"),
            BetweenKind.Ended => new(
                $"{lines} {process} is ended.",
                $"{process} 在{linesZh}之间就结束了。"),
            BetweenKind.Round => new(
                $"{lines} {process} goes round and gets no further.",
                $"{process} 在{linesZh}之间不停地转，再也走不下去。"),
            BetweenKind.Ordered => new(
                $"{lines} {process} makes others wait that could run.",
                $"{process} 在{linesZh}之间，让本来可以运行的进程等待。"),
            _ => new(
                $"{lines} of {process} something is missing, or does what it should not.",
                $"{process} 在{linesZh}之间少了什么，或者做了不该做的事。"),
        };
    }

    private static (string En, string Zh) Lines(CallSite first, CallSite second)
    {
        if (first == second)
            return ($"At line {second.Line}", $"第 {second.Line} 行");
        return first.File == second.File
            ? ($"Between line {first.Line} and line {second.Line}", $"第 {first.Line} 行与第 {second.Line} 行")
            : ($"Between {Plain.Line(first.ToString())} and {Plain.Line(second.ToString())}", $"{Plain.Line(first.ToString())} 与 {Plain.Line(second.ToString())}");
    }
}
