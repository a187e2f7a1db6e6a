using System.CommandLine;
using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Texts;

/// <summary>The help in Chinese. The English stands at each command and option; this has what it means, by that.</summary>
internal static class HelpTexts
{
    public static LocalizedText Examples { get; } = ("Examples:", "示例：");

    public static LocalizedText ExitCodes { get; } = (
        """
        Exit codes:
          0    every check passed
          1    some check failed
          2    the command line, or what it names, can't be used
          3    the grader failed; no mark may be drawn
          130  cancelled
        """,
        """
        退出码：
          0    所有检查项都通过
          1    有检查项没有通过
          2    命令行，或其中指定的东西，无法使用
          3    评分程序出错，不能给出成绩
          130  已取消
        """);

    /// <summary>What the library writes by itself.</summary>
    private static readonly (string En, string Zh)[] Headings =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("Show help and usage information", "显示帮助"), ("Show version information", "显示版本"),
        ("(REQUIRED)", "（必填）"), ("[default: ", "[默认："), ("[options]", "[选项]"), ("[command]", "[命令]"),
    ];

    private static readonly Dictionary<string, string> Chinese = new(StringComparer.Ordinal)
    {
        ["Grades exercises in multi-process programming: it explores the interleavings of a hand-in and explains what breaks it."] = "评多进程编程的练习：探索提交的程序所有可能的执行顺序，并说明是哪一种使它出错。",
        ["Makes a folder to work in: the exercises, with what editors need. What stands there already stays as it is."] = "建立做练习的文件夹：各个练习，以及编辑器需要的文件。已经有的内容保持原样。",
        ["Checks an exercise at each save, and leads through the course by keys."] = "每次保存时检查练习，并用按键引导做完整个课程。",
        ["Lists the exercises, and which of them you have solved."] = "列出各个练习，以及哪些已经完成。",
        ["Tells which exercise comes next: the first that is not solved, or that has changed since."] = "告诉你下一个该做哪个练习：第一个没有完成的，或者完成后又改过的。",
        ["Grades what stands in your folder's exercises/, and notes what you have solved."] = "检查你文件夹里 exercises/ 中的练习，并记下已经完成的。",
        ["Grades a hand-in."] = "给一份提交评分。",
        ["Writes a result as a page to look at, or in the format of another system."] = "把结果写成一个可以浏览的网页，或者另一个系统的格式。",
        ["What `kit grade --out` wrote. Default: what stands in your folder's exercises/, graded now."] = "`kit grade --out` 写出的结果。默认：现在就评你的文件夹里 exercises/ 中的内容。",
        ["Another system's format."] = "另一个系统的格式。",
        ["The file to write that format to. Default: standard output."] = "把那种格式写到这个文件。默认：标准输出。",
        ["A file for a page to look at: each failed check's interleaving, to step through. It needs nothing besides."] = "网页文件：每个未通过的检查项都有它的执行顺序，可以一步一步地看。除此之外什么都不需要。",
        ["What was graded, to have its code beside the steps. Default: your folder's exercises/."] = "所评的文件，用来在步骤旁边显示代码。默认：你的文件夹里的 exercises/。",
        ["Opens the page."] = "打开网页。",
        ["Runs an exercise's own program with real processes, and ends with its exit code."] = "用真实进程运行练习自带的程序，并以它的退出码结束。",
        ["Shows a hint."] = "显示一条提示。",
        ["Runs the interleaving that broke a check again, with real processes, and shows how it ends."] = "用真实进程重放使检查项出错的执行顺序，并显示结局。",
        ["Puts an exercise's stub back; what you wrote stays beside it, under the same name with a number behind it."] = "恢复练习最初的框架；你写的内容带编号保存在旁边。",
        ["Shows how the course's own solution differs from yours, once yours has full marks."] = "你的答案得满分之后，显示参考答案与它有何不同。",
        ["Brings the tool's newer sheets and given files into your folder, and lists what changed. Your own files stay as they are."] = "把工具里较新的题目和给出的文件放进你的文件夹，并列出改动。你自己的文件保持原样。",
        ["Packs what you wrote into one zip to hand in, with a manifest that tells whether it arrived whole."] = "把你写的内容打成一个 zip 用于提交，并附上清单，以便核对是否完整送达。",
        ["Unpacks a hand-in that `kit pack` made, after holding it against its manifest."] = "先与清单核对，再解开 `kit pack` 打的包。",
        ["Prints a JSON Schema: of the result that `kit grade --format json` gives, of a course's file, or of the lines of `kit play --json`."] = "打印 JSON Schema：`kit grade --format json` 给出的结果的、课程文件的，或者 `kit play --json` 的各行的。",
        ["Lets you choose which process goes on, step by step, through every interleaving of an exercise's program."] = "让你一步一步地选择由哪个进程继续，走遍练习程序的任何一种执行顺序。",
        ["What to play, as for kit grade. Default: your folder's exercises/."] = "演练哪一份，与 kit grade 相同。默认：你的文件夹里的 exercises/。",
        ["Plays the course's own solution, where the course has it."] = "演练参考答案（如果课程里有）。",
        ["The check. Default: the first that breaks, else the first."] = "检查项。默认：第一个出错的，没有就是第一个。",
        ["The scenario: its number, or a part of its name. Default: the first that breaks, else the first."] = "场景：编号，或名称的一部分。默认：第一个出错的，没有就是第一个。",
        ["strict: sleeps and timeouts take exactly as long as they say; loose: they may take any time. Default: what breaks, else loose."] = "strict：睡眠和超时正好用所写的时间；loose：用多少时间都可能。默认：会出错的那一种，没有就是 loose。",
        ["Plays the exercise's games, on a wrong program of its own: break it, predict it, repair it."] = "玩练习自带的游戏，用的是一个错误的程序：弄坏它、猜一猜、修好它。",
        ["The port of the page's address. Default: one that is free."] = "网页地址的端口。默认：一个空闲的端口。",
        ["Plays over standard input and output, a JSON object a line; `kit schema play` tells of which form."] = "通过标准输入输出演练，每行一个 JSON 对象；格式见 `kit schema play`。",
        ["Tells what this machine can keep a hand-in's processes from, by trying it, and how to get the rest."] = "实际试一试，告诉你这台机器能阻止提交的程序做哪些事，以及怎样补上其余的。",
        ["Puts a regrading's marks in the place of those that stand; these are kept, in replaced/."] = "用重新评分的成绩替换现有成绩；原来的保存在 replaced/ 里。",
        ["Tells which marks differ between two gradings of the same hand-ins, and why."] = "比较同一批提交的两次评分，说明哪些成绩不同、为什么。",
        ["Forgets a regrading; the marks that stand were never touched by it."] = "丢弃一次重新评分；现有成绩从未被它动过。",
        ["Grades the hand-ins of a class, and writes a gradebook, a page of the class and one of each hand-in."] = "给全班的提交评分，写出成绩簿、全班的页面和每份提交的页面。",
        ["Grades a class again beside the marks that stand, as after a check was mended."] = "在现有成绩之外把全班重新评一次，例如检查项修正之后。",
        ["Shows the hand-ins of a class that are most alike, side by side: places to look, never a verdict."] = "并排显示全班最相似的提交：只指出该看的地方，不下结论。",
        ["Serves a class on line: takes hand-ins, grades them, and keeps all in a folder or on a PostgreSQL server."] = "让全班在线提交：接收提交、评分，并把一切保存在一个文件夹里或 PostgreSQL 服务器上。",
        ["Writes all that a class on line holds into one file, while `kit serve` goes on."] = "把在线班级的一切写进一个文件，`kit serve` 照常运行。",
        ["Puts a backup into an empty folder or an empty PostgreSQL database, whichever it came from."] = "把备份恢复到空文件夹或空的 PostgreSQL 数据库里，不论它来自哪一种。",
        ["The backup: one file."] = "备份：一个文件。",
        ["Grades what is handed in to `kit serve` on the same PostgreSQL server; on any number of machines."] = "给提交到同一个 PostgreSQL 服务器上的 `kit serve` 的内容评分；可以在任意多台机器上运行。",
        ["Grades even where this machine can't keep the hand-ins' processes in a sandbox: whoever hands in can then do what you can."] = "即使这台机器不能把提交的程序关在沙箱里也评分：这时提交的人能做你能做的一切。",
        ["How what happens is told on standard error: a line of words, or a line of JSON."] = "用什么形式在标准错误上记录发生的事：一行文字，或一行 JSON。",
        ["The PostgreSQL server, as \"Host=db.example.edu;Database=kit;Username=kit\". The password may stand in PGPASSWORD, or all of it in KIT_DATABASE."] = "PostgreSQL 服务器，例如 \"Host=db.example.edu;Database=kit;Username=kit\"。密码可以放在 PGPASSWORD 里，也可以把整个内容放在 KIT_DATABASE 里。",
        ["The course's rules, course.json: exercises, due times, the roster. `kit schema course` prints its schema."] = "课程规则 course.json：练习、截止时间、名单。它的 schema 可用 `kit schema course` 打印。",
        ["Where hand-ins, results and all else are kept, where no --database is named."] = "没有指定 --database 时，提交、结果等一切所在的文件夹。",
        ["The address to be served at."] = "提供服务的网址。",
        ["Takes the course's file as it is now, where it has changed since it was taken. Without this the difference is shown."] = "课程文件在采用之后有改动时，采用现在的文件。不加这个选项则只显示不同之处。",
        ["Grades nothing itself: `kit work` does, on this machine or others."] = "自己不评分：由 `kit work` 评，在这台或别的机器上。",
        ["Writes the two folders of a new exercise: a small one that works, with TODO wherever words are missing."] = "写出新练习的两个文件夹：一个能运行的小练习，缺文字的地方标 TODO。",
        ["Verifies the exercises themselves: stubs fail, solutions get full marks, doing nothing gets none, and each wrong answer under solutions/ID/mutants fails the check that it names."] = "检验练习本身：框架不通过，答案得满分，什么都不做得零分，solutions/ID/mutants 下的每个错误答案都在它指明的检查项上不通过。",
        ["A file for the JSON result, written check by check: it says from the first what is still pending, and is gradable when nothing is."] = "存放 JSON 结果的文件，每完成一个检查项就写一次：从一开始就写明还有哪些没完成，全部完成后才可作为成绩。",
        ["An exercise to grade; may be given several times. One that is not handed in scores 0. Default: those found."] = "要评的练习，可以多次给出。没有提交的记 0 分。默认：找到的那些。",
        ["Ends with exit code 3 where this machine can't keep the processes in a sandbox; kit doctor tells why."] = "如果这台机器不能把进程关在沙箱里，就以退出码 3 结束；原因见 kit doctor。",
        ["Every exercise, which is meant where none is named, too."] = "所有练习；不指定练习时也是如此。",
        ["Gives points for what was proved alone: what held only where it was sampled counts as an error, with 0 points."] = "只有得到证明的才给分：仅在抽样中成立的按无法判定处理，记 0 分。",
        ["Only tell whether it is whole, and unpack nothing."] = "只核对是否完整，不解包。",
        ["Seeds every random choice."] = "所有随机选择的种子。",
        ["The exercise to begin with; the beginning of its id is enough. Default: the first that is not solved."] = "从哪个练习开始；写出编号的开头即可。默认：第一个没有完成的。",
        ["The exercises; the beginning of an id is enough. Default: all of them."] = "练习；写出编号的开头即可。默认：全部。",
        ["The exercises; the beginning of an id is enough. Default: those whose stub you have changed."] = "练习；写出编号的开头即可。默认：你改过框架的那些。",
        ["The exercise; the beginning of its id is enough."] = "练习；写出编号的开头即可。",
        ["The folder that holds exercises/. Default: the nearest one above the working directory, else the tool's own."] = "含有 exercises/ 的文件夹。默认：从当前目录往上最近的一个，没有则用工具自带的。",
        ["The folder to unpack into; it is made, and nothing in it is replaced. Default: the zip's name."] = "解包到哪个文件夹；没有就新建，已有的内容不会被替换。默认：与 zip 同名。",
        ["The folder; it is made when it is not there. Default: this one."] = "文件夹；没有就新建。默认：当前文件夹。",
        ["The format of the result on standard output."] = "标准输出上结果的格式。",
        ["The token beside \"replay\" in a result; @FILE for one in a file, - for one on standard input. Line ends in it do not matter; the path of the hand-in may follow it after an @."] = "结果中“重放”旁边的令牌；@FILE 表示在文件里，- 表示从标准输入读。其中的换行不影响；后面可以用 @ 接上提交的路径。",
        ["The zip to write. Default: your id, or hand-in.zip, in this folder."] = "要写的 zip。默认：当前文件夹里以你的学号命名，或 hand-in.zip。",
        ["Tries the interleaving on another hand-in than the token was made of."] = "在另一份提交上试这个执行顺序。",
        ["What `kit pack` made."] = "`kit pack` 打的包。",
        ["What was handed in, as for kit grade. Default: your folder's exercises/."] = "提交的内容，与 kit grade 相同。默认：你文件夹里的 exercises/。",
        ["What was handed in: a folder of exercise folders, one exercise folder, one .cs file, or a zip or tar of these."] = "提交的内容：含各练习文件夹的文件夹、一个练习文件夹、一个 .cs 文件，或者它们的 zip 或 tar。",
        ["Which hint: 1 is a question; after the exercise's own come those that your first failed check gives: the rule that is broken, the two lines, the interleaving."] = "第几条提示：第 1 条是一个问题；练习自带的提示之后，是来自你第一项未通过的检查的提示：违反了哪条规则、出在哪两行、是怎样的执行顺序。",
        ["Who hands in: the id that your teacher knows you by."] = "提交人：老师认得你的学号。",
        ["Writes only the files by which another system runs the kit: a workflow, or an autograder."] = "只写让另一个系统运行 kit 的文件：工作流，或自动评分程序。",
        ["result: what `kit grade --format json` gives, result/1: what --format json/1 gives; course: what `kit grade-all --course` reads; play: what `kit play --json` reads and writes."] = "result：`kit grade --format json` 给出的；result/1：--format json/1 给出的；course：`kit grade-all --course` 读取的；play：`kit play --json` 读写的内容。",
        ["Hands in what you wrote at your class's server."] = "把你写的内容提交到班级服务器。",
        ["The class's server, as https://kit.example.edu; the first time the personal link, which signs in."] = "班级服务器，写成 https://kit.example.edu 的形式；第一次用个人链接，它会登录。",
        ["A file to hand in as it is, in the place of what stands in your folder."] = "原样提交的文件，代替你文件夹里的内容。",
        ["Hands in though it is late and costs late days or points."] = "即使迟交、要用掉迟交天数或扣分，也提交。",
        ["Waits for the result, and shows each check as it comes."] = "等待结果，并逐个显示完成的检查项。",
        ["Does at a class's database what teachers do on their pages."] = "在班级数据库上做老师页面上能做的事。",
        ["The server's database: its file, or a PostgreSQL server as \"Host=…\"."] = "服务器的数据库：它的文件，或者写成 \"Host=…\" 的 PostgreSQL 服务器。",
        ["Who is written down for the change. Default: kit admin."] = "记录为由谁改动。默认：kit admin。",
        ["Why: it is written down with the change."] = "原因：会和改动一起记录。",
        ["What students write to get to the server, as https://kit.example.edu."] = "学生访问服务器用的地址，例如 https://kit.example.edu。",
        ["A proxy's address, whose word on where a request came from is taken; may be given several times. Default: none."] = "代理的地址：它所说的请求来源会被采信；可以多次给出。默认：没有。",
        ["Only this exercise."] = "只限这个练习。",
        ["The student's id, as the roster has it."] = "学生的学号，与名单一致。",
        ["Its name."] = "名称。",
        ["Makes a teacher's account, and a link to sign in by."] = "建立老师账号，并生成登录链接。",
        ["Makes a link for somebody to sign in by, good once."] = "给某人生成只能用一次的登录链接。",
        ["Makes a link for each student, as CSV for a serial letter."] = "给每位学生生成链接，输出用于邮件合并的 CSV。",
        ["Only for who has never signed in."] = "只给从未登录过的学生。",
        ["Ends all links and sessions of somebody."] = "撤销某人的所有链接和登录。",
        ["Gives a student a later due time."] = "给学生延期。",
        ["The time, as 2026-12-05T23:59, in the course's time zone."] = "时间，例如 2026-12-05T23:59，按课程的时区。",
        ["Gives points in the place of the checks'."] = "用给出的分数代替检查项的分数。",
        ["The exercise's id."] = "练习的编号。",
        ["The points."] = "分数。",
        ["Takes an extension or an override back."] = "撤回一次延期或改分。",
        ["What extend or override printed."] = "extend 或 override 打印出来的编号。",
        ["Grades a set again beside the marks that stand."] = "在现有成绩之外把一批提交重新评一次。",
        ["Only hand-ins with a check that did not pass."] = "只限有检查项未通过的提交。",
        ["Only hand-ins that have this check, by its id or as EXERCISE/CHECK."] = "只限有这个检查项的提交，写它的编号或 练习/检查项。",
        ["Tells what applying a regrading would change."] = "说明应用一次重新评分会改变什么。",
        ["Puts a regrading's marks in the place of those that stand."] = "用重新评分的成绩替换现有成绩。",
        ["A hand-in that would get less keeps what it has."] = "分数会降低的提交保持原样。",
        ["Forgets a regrading."] = "丢弃一次重新评分。",
        ["The course's file."] = "课程文件。",
        ["Takes it; else only what would change is told."] = "采用它；否则只说明会改变什么。",
        ["Tells what a changed course's file would change, or takes it."] = "说明改动后的课程文件会改变什么，或者采用它。",
        ["Tells how the queue stands."] = "说明队列的情况。",
        ["Prints each student's marks with their reasons, as CSV."] = "以 CSV 打印每位学生的成绩和原因。",
        ["Prints every change that was made, as CSV."] = "以 CSV 打印所有改动。",
        ["The zip to write."] = "要写的 zip。",
        ["Writes all that is kept of the class into a zip."] = "把班级的全部内容写进一个 zip。",
        ["The language. Default: KIT_LANG, else the system's."] = "语言。默认：KIT_LANG，没有则用系统的。",
    };

    /// <summary>Whether a description has its Chinese.</summary>
    public static bool Has(string description) => Chinese.ContainsKey(description);

    /// <summary>Says in Chinese what a command and all around it is for, as far as it is known.</summary>
    public static void Describe(Command command)
    {
        foreach (var symbol in command.Arguments.Concat<Symbol>(command.Options).Concat(command.Subcommands).Concat(command.Parents).Append(command).Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options)))
        {
            if (symbol.Description is { } description && Chinese.TryGetValue(description, out var chinese))
                symbol.Description = chinese;
        }
    }

    /// <summary>The help that the library wrote, with its own words in Chinese.</summary>
    public static string InChinese(string help) => Headings.Aggregate(help, (text, heading) => text.Replace(heading.En, heading.Zh, StringComparison.Ordinal));
}
