using System.Net.Sockets;
using System.Text;
using ExerciseKit.Contract.Wire;
using ExerciseKit.Hosting.Processes;

namespace ExerciseKit.Tests.Contract;

/// <summary>However long the temporary folder's path is, a socket can be made.</summary>
[NonParallelizable, Platform(Exclude = "Win")]
public sealed class SocketFolderTests
{
    private const string OfMacOS = "/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T";

    private PrivateTemp temp = null!;

    [SetUp]
    public void Make() => temp = new PrivateTemp();

    [TearDown]
    public void Remove() => temp.Dispose();

    [Test]
    public void A_socket_with_the_longest_name_is_short_enough_for_every_system([Values(40, 70, 71, 72, 86, 100, 200)] int length)
    {
        using var inDepth = temp.OfLength(length);

        var folder = SocketFolder.Create(new string('p', SocketFolder.MaxPrefixLength));

        try
        {
            var path = Path.Combine(folder.FullName, new string('n', SocketFolder.MaxNameLength));
            Assert.That(Encoding.UTF8.GetByteCount(path), Is.LessThanOrEqualTo(103));
            Assert.That(folder.FullName.StartsWith(temp.Path, StringComparison.Ordinal), Is.EqualTo(length <= SocketFolder.MaxRootBytes), folder.FullName);
            Assert.That(folder.UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen(1);
            Assert.That(() => MessageChannel.Connect(path).Dispose(), Throws.Nothing);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void The_folder_of_a_hand_in_has_room_for_its_sockets_and_goes([Values(40, 100, 200)] int length)
    {
        using var inDepth = temp.OfLength(length);

        var folder = HandInFolder.Create();
        using (var socket = OneConnection.Listen(folder.Path))
            Assert.That(File.Exists(socket.Path), Is.True);
        folder.Delete();

        Assert.That(Directory.Exists(folder.Path), Is.False);
    }

    [TestCase(OfMacOS, OfMacOS)]
    [TestCase(OfMacOS + "/", OfMacOS + "/")]
    [TestCase("/home/a-user-with-a-long-name/" + OfMacOS, "/tmp")]
    [TestCase("/tüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü", "/tmp")]
    public void The_temporary_folder_is_left_only_where_its_path_is_too_long_in_bytes(string temporary, string root) =>
        Assert.That(SocketFolder.RootFor(temporary), Is.EqualTo(root));

    [Test]
    public void A_prefix_that_would_make_names_too_long_is_refused() =>
        Assert.That(() => SocketFolder.Create(new string('p', SocketFolder.MaxPrefixLength + 1)), Throws.TypeOf<ArgumentOutOfRangeException>());
}
