using System.Text;
using ExerciseKit.Classes.HandIns;
using ExerciseKit.Contract.Faults;

namespace ExerciseKit.Classes.Rosters;

/// <summary>Who is in a class.</summary>
/// <param name="Students">The students, in the file's order.</param>
public sealed record Roster(IReadOnlyList<Student> Students)
{
    private static readonly string[] IdHeads = ["id", "student id", "sid", "student", "username", "user name", "login", "sis user id", "sis login id", "id number", "matriculation number", "学号"];
    private static readonly string[] NameHeads = ["name", "full name", "student name", "姓名"];
    private static readonly string[] EmailHeads = ["email", "email address", "e-mail", "mail", "邮箱"];

    /// <summary>Reads one.</summary>
    /// <exception cref="BadInputException">It can't be read, has no column of ids, or an id twice.</exception>
    public static Roster Read(string path) => Of(path, CsvTable.Read(path));

    /// <summary>Reads one from a file's text.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <exception cref="BadInputException">It can't be read, has no column of ids, or an id twice.</exception>
    public static Roster Parse(string name, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Of(name, CsvTable.Read(name, content));
    }

    private static Roster Of(string path, CsvTable table)
    {
        var (id, name, email) = (table.Column(IdHeads), table.Column(NameHeads), table.Column(EmailHeads));
        var (first, last) = (table.Column("first name", "first_name", "given name"), table.Column("last name", "last_name", "surname"));
        if (id < 0)
            throw new BadInputException($"{path} has no column of ids: its heads are {string.Join(", ", table.Heads)}. Name one of them \"id\".");
        var students = new List<Student>();
        var lines = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var faults = new List<string>();
        foreach (var (line, cells) in table.Rows)
        {
            var its = CsvTable.Cell(cells, id);
            if (its.Length == 0)
                faults.Add($"{path}, line {line}: there is no id");
            else if (!lines.TryAdd(its, line))
                faults.Add($"{path}, line {line}: the id {its} stands already in line {lines[its]}");
            var full = name >= 0 ? CsvTable.Cell(cells, name) : $"{CsvTable.Cell(cells, first)} {CsvTable.Cell(cells, last)}".Trim();
            students.Add(new Student(its, full.Length > 0 ? full : its, CsvTable.Cell(cells, email) is { Length: > 0 } address ? address : null));
        }

        return faults.Count == 0 ? new Roster(students) : throw new BadInputException($"{string.Join("; ", faults)}. Mend it and call again; what was graded stays.");
    }

    /// <summary>Who of the roster a student is, by id, address or name; null where nobody is, or two of one name might be.</summary>
    /// <param name="student">As the system that took the hand-in knows the student.</param>
    /// <param name="why">Why nobody is; null where somebody is.</param>
    public Student? Find(Student student, out string? why)
    {
        ArgumentNullException.ThrowIfNull(student);
        why = null;
        foreach (var same in (Func<Student, bool>[])[s => Same(s.Id, student.Id), s => Same(s.Email, student.Email) || Same(s.Email, student.Id) || Same(s.Id, student.Email), s => SameName(s.Name, student.Name)])
        {
            switch (Students.Where(same).ToList())
            {
                case [var one]:
                    return one;
                case { Count: > 1 } several:
                    why = $"The roster has {several.Count} students named {student.Name} ({string.Join(", ", several.Select(s => s.Id))}), so it is not known which this is.";
                    return null;
            }
        }

        why = $"The roster has no {student.Id}{(student.Name == student.Id ? "" : $" and no {student.Name}")}.";
        return null;
    }

    private static bool Same(string? one, string? other) => !string.IsNullOrEmpty(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Some write the last name first, and Canvas "leeann" for Ann Lee.
    private static bool SameName(string one, string other)
    {
        var (parts, others) = (Parts(one), Parts(other));
        if (parts.Count == 0 || others.Count == 0)
            return false;
        return parts.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal))
            || (others.Count == 1 && Enumerable.Range(0, parts.Count).Any(first => string.Concat(parts.Skip(first).Concat(parts.Take(first))) == others[0]));
    }

    private static List<string> Parts(string name) =>
        [.. name.Split([' ', ',', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.ToUpperInvariant())];
}
