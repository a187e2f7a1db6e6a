using ExerciseKit.Contract;
using ExerciseKit.Grading.Packing;

namespace ExerciseKit.Cli.Texts;

/// <summary>What is said of packed hand-ins.</summary>
internal static class PackTexts
{
    public static LocalizedText Packed(string file, HandInManifest manifest) => new(
        $"{file} holds {Count(manifest.Files.Count, "file")} of {Count(manifest.Exercises.Count, "exercise")}{(manifest.Student is { } student ? $", handed in by {student}" : "")}:",
        $"{file} 里有 {manifest.Exercises.Count} 个练习的 {manifest.Files.Count} 个文件{(manifest.Student is { } name ? $"，提交人 {name}" : "")}：");

    public static LocalizedText Exercise(PackedExercise exercise) => exercise.Verdict switch
    {
        OwnVerdict.Solved => new($"  {exercise.Id}  (solved)", $"  {exercise.Id}  （已完成）"),
        OwnVerdict.ChangedSinceSolved => new($"  {exercise.Id}  (changed since it was solved)", $"  {exercise.Id}  （完成后又改过）"),
        _ => new($"  {exercise.Id}", $"  {exercise.Id}"),
    };

    public static LocalizedText NoStudent { get; } = new(
        "It names nobody. Add --student and your id, where your teacher wants it.",
        "其中没有写提交人。如果老师要求，请加上 --student 和你的学号。");

    public static LocalizedText IsWhole(string file, HandInManifest manifest) => new(
        $"{file} is as it was packed at {manifest.PackedAt:yyyy-MM-dd HH:mm:ss}Z by kit {manifest.KitVersion}: {Count(manifest.Files.Count, "file")}{(manifest.Student is { } student ? $", handed in by {student}" : "")}.",
        $"{file} 与打包时一致（{manifest.PackedAt:yyyy-MM-dd HH:mm:ss}Z，kit {manifest.KitVersion}）：{manifest.Files.Count} 个文件{(manifest.Student is { } name ? $"，提交人 {name}" : "")}。");

    public static LocalizedText Differs(string file, int faults) => new(
        $"{file} is not as it was packed ({Count(faults, "difference")}):",
        $"{file} 与打包时不一致（{faults} 处）：");

    public static LocalizedText Unpacked(string folder, int files) => new(
        $"{Count(files, "file")} unpacked into {folder}.",
        $"已解包 {files} 个文件到 {folder}。");

    public static LocalizedText IsInTheWay(string path) => new(
        $"{path} is there already, and nothing was unpacked. Name another folder.",
        $"{path} 已经存在，没有解包。请指定另一个文件夹。");

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
