using ExerciseKit.Cli.Watching;

namespace ExerciseKit.Tests.Cli.Watching;

public sealed class FrameTests
{
    [Test]
    public void A_line_that_fills_the_window_keeps_its_last_character()
    {
        var screen = new TinyScreen(columns: 6, lines: 3);

        screen.Take(WatchScreen.Frame(["before", "before", "before"]));
        screen.Take(WatchScreen.Frame(["solved", "a", "q quit"]));

        Assert.That(screen.Lines, Is.EqualTo(new[] { "solved", "a     ", "q quit" }));
    }

    /// <summary>A terminal that does not wrap: behind its last column the cursor stays on it.</summary>
    private sealed class TinyScreen(int columns, int lines)
    {
        private readonly char[][] cells = [.. Enumerable.Range(0, lines).Select(_ => new string(' ', columns).ToCharArray())];
        private (int Line, int Column) at;

        public string[] Lines => [.. cells.Select(line => new string(line))];

        public void Take(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '\e')
                    Obey(text[i += 2]);
                else if (text[i] == '\r')
                    at = (at.Line, 0);
                else if (text[i] == '\n')
                    at = (at.Line + 1, at.Column);
                else
                    Put(text[i]);
            }
        }

        private void Put(char letter)
        {
            cells[at.Line][at.Column] = letter;
            at = (at.Line, Math.Min(at.Column + 1, columns - 1));
        }

        private void Obey(char command)
        {
            if (command == 'H')
                at = (0, 0);
            if (command is 'K' or 'J')
                Array.Fill(cells[at.Line], ' ', at.Column, columns - at.Column);
            for (var line = at.Line + 1; command == 'J' && line < lines; line++)
                Array.Fill(cells[line], ' ');
        }
    }
}
