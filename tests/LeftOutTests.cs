using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace ExerciseKit.Tests;

/// <summary>Names in the closing lines of a run the tests that were left out, with the reason: nobody shall take them for passed.</summary>
[SetUpFixture]
public sealed class LeftOutTests
{
    private const string OfFixture = "OneTimeSetUp: ";

    [OneTimeTearDown]
    public void Tell()
    {
        foreach (var reason in In(TestExecutionContext.CurrentContext.CurrentResult).GroupBy(Reason).OrderByDescending(g => g.Count()))
        {
            var tests = reason.Count() == 1 ? "1 test was" : $"{reason.Count()} tests were";
            var names = reason.Select(r => $"  {r.Test.TypeInfo?.Name}.{r.Name}").Order(StringComparer.Ordinal);
            // The one stream that a plain `dotnet test` shows.
            TestContext.Error.WriteLine($"{tests} left out: {reason.Key}\n{string.Join('\n', names)}");
        }
    }

    // A fixture that is left out as a whole gives each of its tests that word more.
    private static string Reason(ITestResult of) => of.Message.StartsWith(OfFixture, StringComparison.Ordinal) ? of.Message[OfFixture.Length..] : of.Message;

    private static IEnumerable<ITestResult> In(ITestResult result) => result.HasChildren
        ? result.Children.SelectMany(In)
        : result.ResultState.Status == TestStatus.Skipped && !result.Test.IsSuite ? [result] : [];
}
