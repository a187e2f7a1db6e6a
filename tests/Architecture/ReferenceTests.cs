namespace ExerciseKit.Tests.Architecture;

/// <summary>Who may know whom. A reference that fails here is a decision to take, not a line to add.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Contract"] = [],
        ["Kernel"] = ["Contract"],
        ["Exploration"] = ["Contract", "Kernel"],
        ["Multiprocessing"] = ["Contract"],
        ["Live"] = ["Contract", "Kernel"],
        ["Host"] = ["Contract", "Multiprocessing", "Kernel", "Live"],
        ["Checks"] = ["Contract", "Kernel", "Exploration"],
        ["Exercises"] = ["Contract"],
        ["Preparation"] = ["Contract", "Exercises", "Exploration", "Host"],
        ["Preparer"] = ["Preparation"],
        ["Hosting"] = ["Contract", "Kernel", "Exploration"],
        ["Grading"] = ["Contract", "Kernel", "Exploration", "Exercises", "Checks", "Preparation", "Hosting"],
        ["Authoring"] = ["Contract", "Exploration", "Exercises", "Preparation", "Hosting", "Grading", "Playing"],
        ["Reports"] = ["Contract"],
        ["Pages"] = ["Contract"],
        ["Playing"] = ["Contract", "Exercises", "Exploration", "Grading"],
        ["Session"] = ["Contract", "Exercises", "Grading"],
        ["Classes"] = ["Contract", "Exercises", "Grading"],
        ["Service"] = ["Classes", "Contract", "Exercises", "Grading", "Pages"],
        ["Cli"] = ["Classes", "Contract", "Exercises", "Preparer", "Hosting", "Grading", "Authoring", "Pages", "Playing", "Reports", "Service", "Session", "Similarity"],
        ["Similarity"] = ["Classes", "Contract", "Exercises", "Grading", "Preparation"],
    };

    private static IEnumerable<string> Projects => ProjectFiles.GraderProjects;

    [Test]
    public void Every_project_has_its_rule() => Assert.That(ProjectFiles.GraderProjects, Is.EquivalentTo(MayKnow.Keys));

    [TestCaseSource(nameof(Projects))]
    public void A_project_refers_only_to_those_that_it_may_know(string project) =>
        Assert.That(ProjectFiles.References(project), Is.SubsetOf(MayKnow[project]));

    // A project file's references reach further than they say: the compiler sees what those refer to as well.
    [TestCaseSource(nameof(Projects))]
    public void An_assembly_uses_only_those_that_it_may_know(string project)
    {
        using var module = Assemblies.Read(project);
        const string Prefix = "ExerciseKit.";

        var used = module.AssemblyReferences.Select(r => r.Name).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]);

        Assert.That(used, Is.SubsetOf(MayKnow[project]));
    }

    [Test]
    public void The_tool_that_students_install_knows_what_the_command_knows_but_for_authors_and_servers_parts() =>
        Assert.That(ProjectFiles.References(ProjectFiles.PackingProject), Is.EquivalentTo(MayKnow["Cli"].Except(["Authoring", "Service"])));

    [Test]
    public void What_students_and_the_pure_parts_stand_on_brings_no_package(
        [Values("Contract", "Kernel", "Exploration", "Multiprocessing", "Live", "Host", "Checks", "Exercises", "Hosting", "Grading")] string project) =>
        Assert.That(ProjectFiles.Packages(project), Is.Empty);

    [Test]
    public void Only_the_tests_see_what_is_internal() =>
        Assert.That(
            ProjectFiles.AllItems("InternalsVisibleTo").Select(i => i.Include).Distinct(),
            Is.EqualTo(["ExerciseKit.Tests"]));

    [Test]
    public void No_source_file_opens_its_internals_by_an_attribute()
    {
        foreach (var project in ProjectFiles.GraderProjects)
        {
            using var module = Assemblies.Read(project);
            var friends = module.Assembly.CustomAttributes
                .Where(a => a.AttributeType.Name == "InternalsVisibleToAttribute")
                .Select(a => (string)a.ConstructorArguments[0].Value);
            Assert.That(friends, Is.EqualTo(["ExerciseKit.Tests"]), project);
        }
    }
}
