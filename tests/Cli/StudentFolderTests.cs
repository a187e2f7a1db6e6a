using ExerciseKit.Session.Folders;
using ExerciseKit.Tests.Session;

namespace ExerciseKit.Tests.Cli;

/// <summary>The commands that a student uses in a folder of the student's own.</summary>
public sealed class StudentFolderTests
{
    [Test, CancelAfter(120_000)]
    public async Task Init_makes_a_folder_once_and_changes_nothing_after_that()
    {
        using var parent = new TemporaryFolder();

        var first = await KitProcess.RunAsync(parent.Path, "init", "my course", "--lang", "zh");
        var course = Path.Combine(parent.Path, "my course");
        File.WriteAllText(Path.Combine(course, "exercises", "01-spawn", "Spawn.cs"), "mine");
        var again = await KitProcess.RunAsync(course, "init");

        Assert.That((first.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), first.Error + again.Error);
        Assert.That(first.Output, Does.Contain("21 个练习").And.Contain("cd my course"));
        Assert.That(again.Output, Does.Match(@"nothing\s+was\s+changed"));
        Assert.That(File.ReadAllText(Path.Combine(course, "exercises", "01-spawn", "Spawn.cs")), Is.EqualTo("mine"));
        Assert.That(File.ReadAllText(Path.Combine(course, "exercises", "01-spawn", "README.md")), Does.Match("[一-鿿]"), "The sheets stay in their language.");
    }

    [Test, CancelAfter(120_000)]
    public async Task A_folder_inside_another_course_folder_is_refused_and_so_is_the_kits_own()
    {
        using var student = new CourseFolder();
        student.Write();

        var inside = await KitProcess.RunAsync(student.PathOf("exercises/01-spawn"), "init");
        var own = await KitProcess.RunAsync(Repository.Root, "init");

        Assert.That((inside.ExitCode, own.ExitCode), Is.EqualTo((2, 2)));
        Assert.That(inside.Error, Does.Contain("is a course folder already").And.Contain(student.Root));
        Assert.That(own.Error, Does.Contain("the course itself"));
        Assert.That(Directory.GetFileSystemEntries(student.PathOf("exercises/01-spawn")), Has.Length.EqualTo(4));
    }

    [Test, CancelAfter(120_000)]
    public async Task What_is_solved_is_noted_and_the_list_and_next_show_it()
    {
        using var student = new CourseFolder();
        student.Write();
        File.Copy(Path.Combine(Repository.Solution("02-join"), "Join.cs"), student.PathOf("exercises/02-join/Join.cs"), overwrite: true);

        var check = await KitProcess.RunAsync(student.PathOf("exercises/02-join"), "check", "02");
        var list = await KitProcess.RunAsync(student.Root, "list", "--lang", "zh");
        var next = await KitProcess.RunAsync(student.Root, "next");

        Assert.That(check.ExitCode, Is.Zero, check.Output + check.Error);
        Assert.That(student.Read(".kit/progress"), Does.Match("02-join solved [0-9a-f]{64} kit "));
        Assert.That(list.Output, Does.Match(@"02-join.*已完成").And.Contain("已完成 1 / 21"));
        Assert.That(next.Output, Does.StartWith("01-spawn").And.Contain("kit check 01-spawn"));
    }

    [Test, CancelAfter(120_000)]
    public async Task Who_has_solved_an_exercise_reads_what_it_shows_and_may_see_the_solution_and_nobody_else()
    {
        using var student = new CourseFolder();
        student.Write();
        var stub = await KitProcess.RunAsync(student.Root, "solution", "03");
        var answer = (await File.ReadAllTextAsync(Path.Combine(Repository.Solution("03-isolation"), "Isolation.cs"))).Replace("child.Join();", "child.Join(); // done", StringComparison.Ordinal);
        student.Put("exercises/03-isolation/Isolation.cs", answer);

        var check = await KitProcess.RunAsync(student.Root, "check", "03");
        var solution = await KitProcess.RunAsync(student.Root, "solution", "03");
        student.Put("exercises/03-isolation/Isolation.cs", answer + "\n// One more thought.\n");
        var changed = await KitProcess.RunAsync(student.Root, "solution", "03", "--lang", "zh");

        Assert.That((stub.ExitCode, check.ExitCode, solution.ExitCode, changed.ExitCode), Is.EqualTo((2, 0, 0, 2)), check.Output + solution.Error);
        Assert.That(stub.Error, Does.Contain("03-isolation is not solved as it stands in your folder"));
        Assert.That(check.Output, Does.Contain("What this shows:\n  Each process has its own static fields"));
        Assert.That(solution.Output, Does.StartWith("--- Isolation.cs (yours)\n+++ Isolation.cs (the course's)\n@@ ").And.Match(@"\n-\s+child\.Join\(\); // done\n\+\s+child\.Join\(\);\n"));
        Assert.That(changed.Error, Does.Contain("还没有完成"));
    }

    [Test, CancelAfter(120_000)]
    public async Task Update_lists_what_it_wrote_and_reset_says_where_the_old_file_is()
    {
        using var student = new CourseFolder();
        student.Write();
        File.Delete(student.PathOf("exercises/03-isolation/README.md"));
        student.Put("exercises/03-isolation/Isolation.cs", "mine");

        var update = await KitProcess.RunAsync(student.Root, "update");
        var reset = await KitProcess.RunAsync(student.Root, "reset", "03");

        Assert.That(update.Output, Does.Contain("new       exercises/03-isolation/README.md").And.Contain("1 file changed"));
        Assert.That(reset.Output, Does.Contain("Isolation.cs.1"));
        Assert.That(student.Read("exercises/03-isolation/Isolation.cs.1"), Is.EqualTo("mine"));
    }

    [Test, CancelAfter(120_000)]
    public async Task Outside_any_course_folder_a_student_is_told_how_to_make_one()
    {
        using var folder = new TemporaryFolder();

        var english = await KitProcess.RunAsync(folder.Path, "check");
        var chinese = await KitProcess.RunAsync(folder.Path, new Dictionary<string, string> { ["KIT_LANG"] = "zh" }, "next");

        Assert.That((english.ExitCode, chinese.ExitCode), Is.EqualTo((2, 2)));
        Assert.That(english.Error, Does.Contain("kit init").And.Contain(folder.Path));
        Assert.That(chinese.Error, Does.Contain("kit init").And.Match("[一-鿿]"));
    }

    [Test, CancelAfter(120_000)]
    public async Task A_project_is_told_where_the_tool_is_by_any_command()
    {
        using var student = new CourseFolder();
        student.Write();
        Directory.Delete(student.Folder.KitFolder, recursive: true);

        var located = await KitProcess.RunAsync(student.PathOf("exercises/01-spawn"), "locate");

        Assert.That(Path.TrimEndingDirectorySeparator(located.Output.Trim()), Is.EqualTo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        Assert.That(student.Read(".kit/tool.props"), Does.Contain(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
    }

    [Test]
    public void A_folder_of_the_same_name_that_holds_no_exercise_is_none()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "exercises", "push-ups"));

        Assert.That(StudentFolder.Is(folder.Path, CourseFolder.Whole), Is.False);
    }
}
