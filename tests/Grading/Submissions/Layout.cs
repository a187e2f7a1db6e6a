using System.Formats.Tar;
using System.Text;

namespace ExerciseKit.Tests.Grading.Submissions;

/// <summary>A way to pack the right answer of <c>03-isolation</c>.</summary>
/// <param name="Name">Which.</param>
/// <param name="Pack">Puts it into a folder, and gives the path to grade.</param>
/// <param name="Told">Parts of what is said of it: remarks where it is taken, the refusal where it is not; none where nothing is said.</param>
/// <param name="IsTaken">Whether it is graded as if it lay where it should.</param>
internal sealed record Layout(string Name, Func<TemporaryFolder, string, string> Pack, bool IsTaken, params string[] Told)
{
    private const string File = "Isolation.cs";
    private const string Other = "public static class Isolation { }";

    /// <summary>The right answer.</summary>
    public static string Solution { get; } = System.IO.File.ReadAllText(Path.Combine(Repository.Solution("03-isolation"), File));

    public static IReadOnlyList<Layout> All { get; } =
    [
        Folder("the exercise's folder", ["03-isolation/Isolation.cs"]),
        Folder("its file alone", ["Isolation.cs"]),
        new("the file's own path", (folder, source) => folder.Write(File, source), true),
        Folder("with build output beside", ["03-isolation/Isolation.cs", "03-isolation/obj/Debug/Isolation.cs=", "03-isolation/bin/x.dll="]),
        Folder("as a copy of the kit", ["kit/exercises/03-isolation/Isolation.cs", "kit/exercises/03-isolation/Program.cs=", "kit/grader/Cli/Program.cs="]),
        Folder("three folders down", ["a/b/c/Isolation.cs"], "Isolation.cs was taken from a/b/c."),
        Folder("two folders down in the exercise's", ["hw3/student-17/03-isolation/Isolation.cs"], "taken from hw3/student-17/03-isolation"),
        Folder("with a folder beside", ["work/Isolation.cs", "docs/report.txt=words"], "taken from work"),
        Folder("with another project beside", ["Demo/Demo.csproj=", "Demo/Program.cs=x", "03-isolation/Isolation.cs"]),
        Folder("the folder twice", ["03-isolation/03-isolation/Isolation.cs"], "taken from 03-isolation/03-isolation"),
        Folder("in a folder of sources", ["03-isolation/src/Isolation.cs", "03-isolation/README.md=x"], "taken from 03-isolation/src"),
        Folder("the same file twice", ["one/Isolation.cs", "two/Isolation.cs"], "taken from one"),
        Folder("in a folder named by the title", ["Each process has its own memory/Isolation.cs"]),
        Folder("in a folder named by the Chinese title", ["作业/03 进程之间内存隔离/Isolation (2).cs"], "03 进程之间内存隔离/Isolation (2).cs is there"),
        Folder("the folder in other case", ["03-Isolation/Isolation.cs"]),
        Folder("the file in other case", ["03-isolation/isolation.cs"], "isolation.cs is there", "Rename it to Isolation.cs: upper and lower case count."),
        Folder("the file in other case elsewhere", ["work/isolation.cs"], "work/isolation.cs is there"),
        Folder("a second download", ["03-isolation/Isolation (1).cs"], "Isolation (1).cs is there"),
        Folder("a copy of Windows", ["03-isolation/Isolation - Copy.cs"], "Isolation - Copy.cs is there"),
        Folder("saved as text", ["03-isolation/Isolation.cs.txt"], "Isolation.cs.txt is there"),
        Folder("with a name before", ["03-isolation/2023001_张三_Isolation.cs"], "2023001_张三_Isolation.cs is there"),
        Folder("the only file of the folder", ["03-isolation/MyAnswer.cs", "03-isolation/Program.cs=x"], "Isolation.cs is missing; 03-isolation/MyAnswer.cs is there"),
        Folder("a copy beside it", ["03-isolation/Isolation.cs", "03-isolation/Isolation (1).cs=class Isolation;"], "Not compiled with it: Isolation (1).cs (a copy, by its name)."),
        Zip("dots before the names", zip => zip.ToBytes(), ["./03-isolation/Isolation.cs"]),
        Zip("dots in the names", zip => zip.ToBytes(), ["03-isolation/./Isolation.cs"]),
        Zip("backslashes", zip => zip.ToBytes(), ["work\\03-isolation\\Isolation.cs"]),
        Zip("a letter and a colon", zip => zip.ToBytes(), ["a:b/03-isolation/Isolation.cs"]),
        Zip("names in GBK", zip => zip.ToBytesNamedIn("gb18030"), ["昞誠/03-isolation/Isolation.cs"]),
        Zip("names in Big5", zip => zip.ToBytesNamedIn("big5"), ["功課許/03-isolation/Isolation.cs"]),
        Zip("names in Shift-JIS", zip => zip.ToBytesNamedIn("shift_jis"), ["表予定/03-isolation/Isolation.cs"]),
        Zip("what macOS adds", zip => zip.Add("__MACOSX/03-isolation/._Isolation.cs", "x").Add("03-isolation/.DS_Store", "x").ToBytes(), ["03-isolation/Isolation.cs"]),
        Zip("a folder's entries", zip => zip.Add("03-isolation/", "").Add("03-isolation/img/", "").ToBytes(), ["03-isolation/Isolation.cs"]),
        Zip("a zip in it", zip => new ZipSketch().Add("hand-in.zip", zip.ToBytes()).ToBytes(), ["03-isolation/Isolation.cs"]),
        Zip("a zip for each exercise", zip => new ZipSketch().Add("03-isolation.zip", zip.ToBytes()).Add("read.me", "x").ToBytes(), ["Isolation.cs"]),
        Zip("a tar in it", _ => new ZipSketch().Add("x.tar.gz", new TarSketch().Add("03-isolation/Isolation.cs", Solution).ToCompressedBytes()).ToBytes(), []),
        Zip("a zip beside other things", zip => new ZipSketch().Add("letters/hello.txt", "x").Add("work/answers.zip", zip.ToBytes()).ToBytes(), ["Isolation.cs"], "taken from work/answers.zip"),
        Archive("tar", "hand-in.tar", source => new TarSketch().AddFolder("./03-isolation/").Add("./03-isolation/Isolation.cs", source).ToBytes()),
        Archive("old tar", "hand-in.tar", source => new TarSketch(TarEntryFormat.V7).Add("03-isolation/Isolation.cs", source).ToBytes()),
        Archive("GNU tar of a long name", "hand-in.tgz", source => new TarSketch(TarEntryFormat.Gnu).Add($"{new string('d', 150)}/03-isolation/Isolation.cs", source).ToCompressedBytes()),
        Archive("compressed tar", "hand-in.tar.gz", source => new TarSketch(TarEntryFormat.Ustar).Add("03-isolation/Isolation.cs", source).ToCompressedBytes()),
        Archive("tar that says it is a zip", "hand-in.zip", source => new TarSketch().Add("03-isolation/Isolation.cs", source).ToBytes()),
        Refused("two that differ", ["one/Isolation.cs", "two/Isolation.cs=" + Other], "03-isolation could be any of one/Isolation.cs, two/Isolation.cs, which differ.", "Keep the one"),
        Refused("two near names that differ", ["03-isolation/Isolation (1).cs", "03-isolation/Isolation (2).cs=" + Other], "could be any of 03-isolation/Isolation (1).cs, 03-isolation/Isolation (2).cs, which differ.", "Keep the one"),
        Refused("nothing of the kind", ["03-isolation/report.pdf=x"], "neither a folder such as 01-spawn nor a file such as Spawn.cs.", "What was found: 03-isolation/report.pdf.", "Name the folder that holds them."),
        new("RAR", (folder, _) => folder.Write("hand-in.zip", [.. "Rar!\u001a\u0007"u8, 0, 0]), false, "is packed as RAR, which is not read here.", "Pack the hand-in as a zip."),
        new("7z", (folder, _) => folder.Write("hand-in.7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]), false, "is packed as 7z, which is not read here.", "Pack the hand-in as a zip."),
        new("encrypted", (folder, source) => folder.Write("hand-in.zip", new ZipSketch().Add("03-isolation/Isolation.cs", source).ToBytesMarkedEncrypted()), false, "holds \"03-isolation/Isolation.cs\" encrypted.", "without a password"),
        new("a drive", (folder, source) => folder.Write("hand-in.zip", new ZipSketch().Add("C:\\work\\Isolation.cs", source).ToBytes()), false, "holds the absolute name \"C:/work/Isolation.cs\".", "Pack the folder"),
        new("a link in a tar", (folder, _) => folder.Write("hand-in.tar", new TarSketch().AddLink("03-isolation/Isolation.cs", "/etc/passwd").ToBytes()), false, "holds the link \"03-isolation/Isolation.cs\".", "Pack the file that it points to."),
    ];

    public override string ToString() => Name;

    private static Layout Folder(string name, string[] files, params string[] told) => new(name, (folder, source) => Laid(folder, files, source), true, told);

    private static Layout Refused(string name, string[] files, params string[] told) => new(name, (folder, source) => Laid(folder, files, source), false, told);

    private static Layout Zip(string name, Func<ZipSketch, byte[]> pack, string[] files, params string[] told) => new(
        $"zip: {name}", (folder, source) => folder.Write("hand-in.zip", pack(files.Aggregate(new ZipSketch(), (zip, file) => zip.Add(file, source)))), true, told);

    private static Layout Archive(string name, string file, Func<string, byte[]> pack) => new(name, (folder, source) => folder.Write(file, pack(source)), true);

    // "name" holds the answer, "name=text" the text.
    private static string Laid(TemporaryFolder folder, string[] files, string source)
    {
        foreach (var file in files)
            folder.Write(Path.Combine("hand-in", file.Split('=')[0]), Encoding.UTF8.GetBytes(file.Contains('=', StringComparison.Ordinal) ? file[(file.IndexOf('=', StringComparison.Ordinal) + 1)..] : source));
        return Path.Combine(folder.Path, "hand-in");
    }
}
