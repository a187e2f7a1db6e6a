namespace ExerciseKit.Tests.Semantics;

/// <summary>Files read and written piece by piece: what .NET does on Linux, by hand and in a grading.</summary>
[TestFixture(Driver.Live)]
[TestFixture(Driver.Stepwise)]
public sealed class StreamTests(Driver driver) : SceneTests(driver)
{
    [Test, CancelAfter(60_000)]
    public Task Text_that_is_written_line_by_line_is_read_so(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using (var writer = new StreamWriter("notes.txt"))
                {
                    writer.WriteLine("one");
                    writer.Write("zwei, 二");
                }
                using (var writer = File.AppendText("notes.txt"))
                    writer.WriteLine("!");
                using (var writer = new StreamWriter("notes.txt", append: true))
                    writer.Write(3);
                using (var reader = new StreamReader("notes.txt"))
                {
                    Console.WriteLine(reader.ReadLine());
                    while (!reader.EndOfStream)
                        Console.Write((char)reader.Read());
                    Console.WriteLine($" {reader.ReadLine() is null} {reader.Peek()}");
                }
                using (TextReader reader = File.OpenText("notes.txt"))
                    Console.WriteLine(reader.ReadToEnd() == File.ReadAllText("notes.txt"));
                using (var writer = File.CreateText("notes.txt"))
                    writer.Write("");
                Console.WriteLine(File.ReadAllText("notes.txt").Length);
                try { new StreamReader("none.txt"); } catch (FileNotFoundException) { Console.WriteLine("none"); }
                try { new FileStream("notes.txt", FileMode.CreateNew); } catch (IOException) { Console.WriteLine("there"); }
            }
        }
        """,
        "one\nzwei, 二!\n3 True -1\nTrue\n0\nnone\nthere",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Bytes_are_read_and_written_where_the_stream_stands(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using var stream = new FileStream("data.txt", FileMode.OpenOrCreate, FileAccess.ReadWrite);
                stream.Write(System.Text.Encoding.UTF8.GetBytes("hello, wörld"));
                Console.WriteLine($"{stream.Position} {stream.Length} {stream.CanRead} {stream.CanWrite}");
                stream.Position = 0;
                stream.WriteByte((byte)'J');
                var rest = new byte[20];
                var count = stream.Read(rest, 0, 4);
                Console.WriteLine(System.Text.Encoding.UTF8.GetString(rest, 0, count));
                stream.Seek(-3, SeekOrigin.End);
                Console.WriteLine((char)stream.ReadByte());
                stream.SetLength(5);
                stream.Seek(0, SeekOrigin.Begin);
                using var reader = new StreamReader(stream);
                Console.WriteLine(reader.ReadToEnd());
                stream.Seek(2, SeekOrigin.End);
                using var writer = new StreamWriter(stream);
                writer.Write("!");
                writer.Flush();
                Console.WriteLine(File.ReadAllText("data.txt").Replace('\0', '0'));
            }
        }
        """,
        "13 13 True True\nello\nr\nJello\nJello00!",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task What_is_not_flushed_is_not_in_the_file_and_is_lost_with_its_process(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                var writer = new StreamWriter("log.txt");
                writer.Write("first");
                Console.WriteLine($"[{File.ReadAllText("log.txt")}]");
                writer.Flush();
                Console.WriteLine($"[{File.ReadAllText("log.txt")}]");
                writer.AutoFlush = true;
                writer.Write(" second");
                Console.WriteLine($"[{File.ReadAllText("log.txt")}]");
                writer.Close();
                foreach (var closes in (bool[])[false, true])
                {
                    var child = ChildProcess.Create(Write, closes);
                    child.Start();
                    child.Join();
                    Console.WriteLine($"[{File.ReadAllText("child.txt")}]");
                }
            }

            private static void Write(bool closes)
            {
                var writer = new StreamWriter("child.txt");
                writer.Write("from the child");
                if (closes)
                    writer.Dispose();
            }
        }
        """,
        "[]\n[first]\n[first second]\n[]\n[from the child]",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task Who_has_a_file_open_keeps_it_when_its_name_is_given_away(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                File.WriteAllText("a.txt", "old");
                File.WriteAllText("b.txt", "new and longer");
                using var reader = new StreamReader("a.txt");
                File.Move("b.txt", "a.txt", overwrite: true);
                Console.WriteLine($"{reader.ReadToEnd()}, {File.ReadAllText("a.txt")}");
                using var second = new StreamReader("a.txt");
                File.Move("a.txt", "c.txt");
                File.WriteAllText("a.txt", "another");
                Console.WriteLine(second.ReadToEnd());
                using var third = new FileStream("c.txt", FileMode.Open, FileAccess.ReadWrite);
                File.Delete("c.txt");
                third.WriteByte((byte)'N');
                third.Position = 0;
                Console.WriteLine($"{new StreamReader(third).ReadToEnd()} {File.Exists("c.txt")}");
            }
        }
        """,
        "old, new and longer\nnew and longer\nNew and longer False",
        cancellation);

    /// <summary>As .NET does on Unix: the end is looked up when the file is opened.</summary>
    [Test, CancelAfter(60_000)]
    public Task Two_who_append_through_streams_write_over_each_other(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                using (var one = new StreamWriter("log.txt", append: true))
                using (var two = new StreamWriter("log.txt", append: true))
                {
                    one.Write("1234");
                    two.Write("ab");
                    one.Flush();
                }
                Console.WriteLine(File.ReadAllText("log.txt"));
            }
        }
        """,
        "ab34",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_file_that_is_open_alone_is_refused_to_all_others_until_it_is_closed(CancellationToken cancellation) => PrintsAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                File.WriteAllText("purse.txt", "5");
                var alone = new FileStream("purse.txt", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                Try();
                alone.Dispose();
                Try();
                var child = ChildProcess.Create(Keep);
                child.Start();
                child.Join();
                Try();
            }

            private static void Keep() => File.Open("purse.txt", FileMode.Open);

            private static void Try()
            {
                var child = ChildProcess.Create(Look);
                child.Start();
                child.Join();
            }

            private static void Look()
            {
                try { Console.WriteLine(File.ReadAllText("purse.txt")); }
                catch (IOException) { Console.WriteLine("taken"); }
                try { using var file = File.Open("purse.txt", FileMode.Open); Console.WriteLine("open"); }
                catch (IOException) { Console.WriteLine("taken"); }
            }
        }
        """,
        "taken\ntaken\n5\nopen\n5\nopen",
        cancellation);

    [Test, CancelAfter(60_000)]
    public Task A_writer_can_be_met_between_its_opening_and_its_flushes(CancellationToken cancellation) => PrintsOneOfAsync(
        """
        public static class Scene
        {
            public static void Run()
            {
                File.WriteAllText("f.txt", "old");
                var child = ChildProcess.Create(Write);
                child.Start();
                using (var reader = new StreamReader("f.txt"))
                    Console.WriteLine($"[{reader.ReadToEnd()}]");
                child.Join();
            }

            private static void Write()
            {
                using var writer = new StreamWriter("f.txt") { AutoFlush = true };
                writer.Write("ne");
                writer.Write("w");
            }
        }
        """,
        ["[old]", "[]", "[ne]", "[new]"],
        cancellation);
}
