using ExerciseKit.Cli.Watching;
using ExerciseKit.Session.Watching;

namespace ExerciseKit.Tests.Cli.Watching;

public sealed class KeyBytesTests
{
    [TestCase("n", WatchKey.Next)]
    [TestCase("\e[A", WatchKey.Up)]
    [TestCase("\eOB", WatchKey.Down)]
    [TestCase("\e[5~", WatchKey.PageUp)]
    [TestCase("\e[1;5C", WatchKey.Right)]
    [TestCase("\e", WatchKey.Back)]
    [TestCase("\r", WatchKey.Enter)]
    [TestCase("\u0003", WatchKey.Quit)]
    [TestCase("np", WatchKey.Next, WatchKey.Previous)]
    [TestCase("\e[Bq", WatchKey.Down, WatchKey.Quit)]
    [TestCase("\e[200~", new WatchKey[0])]
    [TestCase("\e[", new WatchKey[0])]
    [TestCase("zé", new WatchKey[0])]
    public void Each_key_is_known_by_what_the_terminal_sends(string sent, params WatchKey[] keys) =>
        Assert.That(KeyBytes.Parse(System.Text.Encoding.UTF8.GetBytes(sent)).Select(k => k.Key), Is.EqualTo(keys));

    [Test]
    public void Digits_are_told_as_such() =>
        Assert.That(KeyBytes.Parse("07"u8), Is.EqualTo(new (WatchKey, int?)[] { (WatchKey.None, 0), (WatchKey.None, 7) }));
}
