using ExerciseKit.Contract;

namespace ExerciseKit.Tests.Contract;

public sealed class CallSiteTests
{
    [TestCase("Spawn.cs", "Spawn.cs")]
    [TestCase("shop/Till.cs", "shop/Till.cs")]
    [TestCase(@"shop\Till.cs", "shop/Till.cs")]
    [TestCase("/home/ann/07/Till.cs", "Till.cs")]
    [TestCase(@"C:\Users\Ann\07\Till.cs", "Till.cs")]
    [TestCase("C:/Users/Ann/07/Till.cs", "Till.cs")]
    [TestCase(@"\\server\ann\Till.cs", "Till.cs")]
    public void A_place_is_told_alike_whatever_system_compiled_it(string path, string file) =>
        Assert.That(CallSite.In(path, 3), Is.EqualTo(new CallSite(file, 3)));
}
