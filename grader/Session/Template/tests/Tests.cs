// Written by kit, and renewed by `kit update`: asks the kit for the checks' results. Which checks there are stands in Checks.cs.
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using NUnit.Framework;

/// <summary>A check that did not hold; the stack leads to the line of yours where it went wrong.</summary>
public sealed class CheckFailed(string message, string? place) : AssertionException(message)
{
    public override string? StackTrace => place is null ? null : $"   at your code in {place}";
}

/// <summary>One kit for all tests of a run; each exercise is graded once, when the first of its tests needs it.</summary>
[SetUpFixture]
public sealed class Kit
{
    private static readonly Dictionary<string, JsonElement> results = [];
    private static Process? kit;

    public static void Check(string exercise, string check)
    {
        if (!results.TryGetValue(exercise, out var result))
            results[exercise] = result = Ask(exercise);
        if (result.TryGetProperty("fault", out var fault) && fault.GetString() is { } reason)
            throw new InvalidOperationException(reason);
        var its = result.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("id").GetString() == check);
        if (its.GetProperty("status").GetString() != "passed")
            throw new CheckFailed(its.GetProperty("message").GetString()!, its.GetProperty("place").GetString());
        TestContext.Out.WriteLine(its.GetProperty("message").GetString());
    }

    [OneTimeTearDown]
    public void End()
    {
        // It ends when nobody asks any more.
        kit?.StandardInput.Close();
        kit?.WaitForExit();
        kit?.Dispose();
    }

    private static JsonElement Ask(string exercise)
    {
        kit ??= Start();
        kit.StandardInput.WriteLine(exercise);
        kit.StandardInput.Flush();
        var answer = kit.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The kit ended without an answer; see its message above. Does `kit check` work in this folder?");
        return JsonDocument.Parse(answer).RootElement;
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(Told("KitFolder"), "kit.dll"), "answer", "--root", Told("StudentFolder")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    private static string Told(string name) =>
        typeof(Kit).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == name).Value!;
}

internal static class Program
{
    // `dotnet test` starts the tests; a program of this kind must have a beginning all the same.
    private static void Main() => Console.WriteLine("These are tests: run `dotnet test`.");
}
