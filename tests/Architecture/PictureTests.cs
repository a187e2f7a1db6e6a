using System.Text;

namespace ExerciseKit.Tests.Architecture;

/// <summary>Draws who knows whom, from the assemblies as they were built. <c>.ci/picture</c> prints it.</summary>
public sealed class PictureTests
{
    [Test]
    public async Task The_projects_and_their_folders_are_as_they_were_looked_at()
    {
        var picture = new StringBuilder();
        foreach (var project in ProjectFiles.GraderProjects.OrderBy(Depth).ThenBy(p => p, StringComparer.Ordinal))
        {
            picture.Append(Line(project, Used(project)));
            using var module = Assemblies.Read(project);
            foreach (var (folder, known) in new FolderGraph(module).Folders)
            {
                if (folder != Namespace(project) || known.Count > 0)
                    picture.Append("    ").Append(Line(Short(folder, project), known.Select(k => Short(k, project))));
            }
        }

        TestContext.Out.WriteLine($"Picture begins\n{picture}Picture ends");
        await Verify(picture.ToString());
    }

    private static string Line(string who, IEnumerable<string> known) => $"{who,-22}{string.Join(", ", known)}".TrimEnd() + "\n";

    private static string Namespace(string project) => "ExerciseKit." + project;

    private static string Short(string folder, string project) => folder == Namespace(project) ? "(its own folder)" : folder[(Namespace(project).Length + 1)..];

    private static IEnumerable<string> Used(string project)
    {
        using var module = Assemblies.Read(project);
        return [.. module.AssemblyReferences.Select(r => r.Name).Where(n => n.StartsWith("ExerciseKit.", StringComparison.Ordinal)).Select(n => n["ExerciseKit.".Length..]).Order(StringComparer.Ordinal)];
    }

    private static int Depth(string project) => Used(project).Select(used => Depth(used) + 1).DefaultIfEmpty(0).Max();
}
