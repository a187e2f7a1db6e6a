namespace ExerciseKit.Tests.Preparation.Rewriting;

/// <summary>A hash that a student's code is told is the same in every process: it may decide what that does.</summary>
[NonParallelizable]
[CancelAfter(60_000)]
public sealed class HashTests
{
    [TestCase("new object().GetHashCode()", TestName = "An object's")]
    [TestCase("base.GetHashCode()", TestName = "The base's")]
    [TestCase("new[] { 1 }.GetHashCode()", TestName = "An array's")]
    [TestCase("new List<int>().GetHashCode() ^ new System.Text.StringBuilder().GetHashCode()", TestName = "A collection's")]
    [TestCase("new Plain().GetHashCode()", TestName = "A class's without one of its own")]
    [TestCase("new Pair { One = new object(), Two = 2 }.GetHashCode()", TestName = "A plain struct's")]
    [TestCase("(1, new object()).GetHashCode()", TestName = "A tuple's")]
    [TestCase("Tuple.Create(1, new object()).GetHashCode()", TestName = "A tuple object's")]
    [TestCase("((Pair?)new Pair { One = new object() }).GetHashCode()", TestName = "A nullable struct's")]
    [TestCase("new KeyValuePair<object, int>(new object(), 1).GetHashCode()", TestName = "A pair's")]
    [TestCase("new { One = new object() }.GetHashCode()", TestName = "An anonymous object's")]
    [TestCase("new Report([1]).GetHashCode()", TestName = "A record's")]
    [TestCase("new Small([1]).GetHashCode()", TestName = "A record struct's")]
    [TestCase("HashCode.Combine(new object(), 1, \"x\")", TestName = "A combined one's")]
    [TestCase("new Adding(new object(), null).GetHashCode()", TestName = "An added one's")]
    [TestCase("EqualityComparer<object>.Default.GetHashCode(new object())", TestName = "The default comparer's")]
    [TestCase("ReferenceEqualityComparer.Instance.GetHashCode(new object())", TestName = "The comparer's of references")]
    [TestCase("HashSet<object>.CreateSetComparer().GetHashCode([new object()])", TestName = "The comparer's of sets")]
    [TestCase("new By<EqualityComparer<object>>(EqualityComparer<object>.Default).GetHashCode()", TestName = "A comparer's of a type parameter")]
    [TestCase("new Of<object>(new object()).GetHashCode()", TestName = "A type parameter's")]
    [TestCase("((Action)Student.Nothing).GetHashCode()", TestName = "A delegate's")]
    [TestCase("typeof(Plain).GetHashCode()", TestName = "A type's")]
    public void Is_the_same_however_many_objects_were_asked_before(string hash)
    {
        var source = Source(hash);
        var first = StudentRun.Of(source);
        Assert.That(first.Thrown, Is.Null);
        // The runtime's own would be another one now: it counts, and a type has another address in each load.
        Assert.That(StudentRun.Of(source).Result, Is.EqualTo(first.Result));
        Assert.That(StudentRun.Of(source, optimized: true).Result, Is.EqualTo(first.Result));
    }

    [TestCase("\"a\".GetHashCode() == new string(['a']).GetHashCode() && \"a\".GetHashCode() != \"b\".GetHashCode()")]
    [TestCase("1.GetHashCode() == 1 && DayOfWeek.Friday.GetHashCode() == 5 && 2m.GetHashCode() == 2.0m.GetHashCode()")]
    [TestCase("new Own(7).GetHashCode() == 7 && ((object)new Own(7)).GetHashCode() == 7 && new OwnStruct(8).GetHashCode() == 8")]
    [TestCase("new Report([1]) is var r && r.GetHashCode() == (r with { }).GetHashCode() && new Named(\"a\").GetHashCode() != new Named(\"b\").GetHashCode()")]
    [TestCase("(1, \"a\").GetHashCode() == (1, \"a\").GetHashCode() && (1, \"a\").GetHashCode() != (2, \"a\").GetHashCode()")]
    [TestCase("HashCode.Combine(1, \"a\") == HashCode.Combine(1, \"a\") && HashCode.Combine(1, 2) != HashCode.Combine(2, 1)")]
    [TestCase("StringComparer.OrdinalIgnoreCase.GetHashCode(\"A\") == StringComparer.OrdinalIgnoreCase.GetHashCode(\"a\") && new By2(StringComparer.OrdinalIgnoreCase, \"A\").GetHashCode() == new By2(StringComparer.OrdinalIgnoreCase, \"a\").GetHashCode()")]
    [TestCase("new DateTime(2030, 1, 1).GetHashCode() == new DateTime(2030, 1, 1).GetHashCode() && ((int?)null).GetHashCode() == 0 && ((int?)3).GetHashCode() == 3")]
    [TestCase("new Adding(\"A\", StringComparer.OrdinalIgnoreCase).GetHashCode() == new Adding(\"a\", StringComparer.OrdinalIgnoreCase).GetHashCode()")]
    public void Agrees_with_what_is_equal(string truth) =>
        Assert.That(StudentRun.Of(Source($"({truth}) ? 1 : 0")).Result, Is.EqualTo(1));

    private static string Source(string hash) => $$"""
        public static class Student
        {
            public static int Run()
            {
                _ = new HashSet<Asked> { new() };
                return Asked.Last;
            }
            public static void Nothing() { }
        }
        public class Asked
        {
            public static int Last;
            public override int GetHashCode() => Last = {{hash}};
            public override bool Equals(object? other) => false;
        }
        public class Plain { }
        public struct Pair { public object One; public int Two; }
        public record Report(int[] Items);
        public record Named(string Name);
        public record struct Small(int[] Items);
        public class Own(int hash) { public override int GetHashCode() => hash; public override bool Equals(object? o) => false; }
        public struct OwnStruct(int hash) { public override int GetHashCode() => hash; public override bool Equals(object? o) => false; }
        public class Of<T>(T value) { public override int GetHashCode() => value!.GetHashCode(); public override bool Equals(object? o) => false; }
        public class By<T>(T comparer) where T : IEqualityComparer<object> { public override int GetHashCode() => comparer.GetHashCode(new object()); public override bool Equals(object? o) => false; }
        public class By2(IEqualityComparer<string> comparer, string value) { public override int GetHashCode() => comparer.GetHashCode(value); public override bool Equals(object? o) => false; }
        public class Adding(object value, IEqualityComparer<string>? by)
        {
            public override int GetHashCode()
            {
                var hash = new HashCode();
                hash.Add(value is string ? 1 : 0);
                if (by is null) hash.Add(value); else hash.Add((string)value, by);
                return hash.ToHashCode();
            }
            public override bool Equals(object? o) => false;
        }
        """;
}
