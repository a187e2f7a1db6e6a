namespace ExerciseKit.Authoring.Verification;

/// <summary>A temporary hand-in with one variant of each of several exercises; removed with this.</summary>
internal sealed class VariantHandIn : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("exercisekit-verify-");

    private VariantHandIn()
    {
    }

    public string Path => folder.FullName;

    public static VariantHandIn Write(IEnumerable<Variant> variants)
    {
        var handIn = new VariantHandIn();
        foreach (var variant in variants)
        {
            foreach (var file in variant.Files)
            {
                var path = System.IO.Path.Combine(handIn.Path, variant.ExerciseId, file.Name);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }
        }

        return handIn;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
