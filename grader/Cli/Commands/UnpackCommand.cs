using System.CommandLine;
using ExerciseKit.Cli.Texts;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Grading.Packing;
using ExerciseKit.Reports.Console;
using ExerciseKit.Session.Folders;

namespace ExerciseKit.Cli.Commands;

/// <summary><c>kit unpack ZIP [DIR]</c></summary>
internal sealed class UnpackCommand : KitCommand
{
    private readonly Kit kit;
    private readonly Argument<string> zip = new("ZIP") { Description = "What `kit pack` made." };
    private readonly Argument<string?> folder = new("DIR")
    {
        Description = "The folder to unpack into; it is made, and nothing in it is replaced. Default: the zip's name.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> check = new("--check") { Description = "Only tell whether it is whole, and unpack nothing." };

    public UnpackCommand(Kit kit)
        : base("unpack", "Unpacks a hand-in that `kit pack` made, after holding it against its manifest.", "kit unpack --check 2026123.zip", "kit unpack 2026123.zip looked-at")
    {
        this.kit = kit;
        Add(zip);
        Add(folder);
        Add(check);
    }

    public override LocalizedText ExitCodes => (
        """
        Exit codes:
          0    it is as it was packed
          1    it is not
          2    it can't be read, or nothing may be written
        """,
        """
        退出码：
          0    与打包时一致
          1    与打包时不一致
          2    无法读取，或者不允许写入
        """);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(zip);
        var packed = PackedHandIn.Open(path, kit.Catalog(parsed));
        if (packed.Faults.Count > 0)
        {
            Tell(kit.Say(PackTexts.Differs(path, packed.Faults.Count), parsed));
            foreach (var fault in packed.Faults)
                Tell("  " + fault);
        }
        else
        {
            Tell(kit.Say(PackTexts.IsWhole(path, packed.Manifest), parsed));
        }

        foreach (var note in packed.Notes)
            Tell(note);
        if (packed.Faults.Count > 0)
            return Task.FromResult(ExitCode.Failed);
        if (!parsed.GetValue(check))
            Unpack(packed, parsed.GetValue(folder) ?? Path.GetFileNameWithoutExtension(path), parsed);
        return Task.FromResult(ExitCode.Passed);
    }

    private void Unpack(PackedHandIn packed, string into, ParseResult parsed)
    {
        var root = Path.GetFullPath(into);
        foreach (var (path, _) in packed.Files)
        {
            if (Path.Exists(Path.Combine(root, path)))
                throw new BadInputException(PackTexts.IsInTheWay(Path.Combine(into, path)));
        }

        if (File.Exists(root))
            throw new BadInputException(PackTexts.IsInTheWay(into));
        foreach (var (path, bytes) in packed.Files)
            SafeFile.Write(Path.Combine(root, path), bytes);
        Tell(kit.Say(PackTexts.Unpacked(into, packed.Files.Count), parsed));
    }

    private void Tell(string line) => kit.Terminal.Output.Write(new PlainText(line + "\n"));
}
