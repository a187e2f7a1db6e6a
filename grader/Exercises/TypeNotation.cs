namespace ExerciseKit.Exercises;

/// <summary>Reads C# types into one form, so that they compare as text: <c>(int X, int Y)[]</c> becomes <c>(int, int)[]</c>.</summary>
/// <remarks>
/// A question mark stays only behind value types that C# has a word for and behind tuples: on other names a compiled
/// assembly does not tell, without more, whether it makes another type.
/// </remarks>
public sealed class TypeNotation(string text)
{
    private static readonly HashSet<string> ValueKeywords =
        ["bool", "byte", "sbyte", "char", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "nint", "nuint"];

    private int position;

    /// <summary>Whether a question mark behind this type, already in its form, tells it from another type.</summary>
    public static bool KeepsQuestionMark(string type) => type.EndsWith(')') || ValueKeywords.Contains(type);

    /// <summary>Whether a method's name stands here, not its return type: a word with the parameters behind it.</summary>
    public bool IsMethodNameNext()
    {
        var start = position;
        SkipSpace();
        var word = ReadWord();
        SkipSpace();
        var isName = word.Length > 0 && Peek() == '(';
        position = start;
        return isName;
    }

    public string ReadType()
    {
        var type = Peek() == '(' ? ReadTuple() : ReadNamed();
        while (true)
        {
            if (TryTake('?'))
            {
                type = KeepsQuestionMark(type) ? type + "?" : type;
            }
            else if (TryTake('['))
            {
                var rank = "[";
                while (TryTake(','))
                    rank += ",";
                Expect(']');
                type += rank + "]";
            }
            else
            {
                return type;
            }
        }
    }

    public string ReadIdentifier()
    {
        SkipSpace();
        var word = ReadWord();
        return word.Length > 0 ? word : throw Fault("name");
    }

    public List<string> ReadParameters()
    {
        var types = new List<string>();
        Expect('(');
        if (TryTake(')'))
            return types;
        do
        {
            types.Add(ReadType());
            ReadIdentifier();
        }
        while (TryTake(','));
        Expect(')');
        return types;
    }

    public void ExpectEnd()
    {
        SkipSpace();
        if (position < text.Length)
            throw Fault("end");
    }

    private string ReadTuple()
    {
        Expect('(');
        var types = new List<string>();
        do
        {
            types.Add(ReadType());
            SkipSpace();
            ReadWord();
        }
        while (TryTake(','));
        Expect(')');
        return types.Count > 1 ? $"({string.Join(", ", types)})" : throw Fault("second type of its tuple");
    }

    private string ReadNamed()
    {
        var name = ReadIdentifier();
        if (!TryTake('<'))
            return name;
        var types = new List<string>();
        do
            types.Add(ReadType());
        while (TryTake(','));
        Expect('>');
        return $"{name}<{string.Join(", ", types)}>";
    }

    private string ReadWord()
    {
        var start = position;
        while (position < text.Length && (char.IsLetter(text[position]) || text[position] == '_' || (position > start && char.IsDigit(text[position]))))
            position++;
        return text[start..position];
    }

    private char Peek()
    {
        SkipSpace();
        return position < text.Length ? text[position] : '\0';
    }

    private bool TryTake(char wanted)
    {
        if (Peek() != wanted)
            return false;
        position++;
        return true;
    }

    private void Expect(char wanted)
    {
        if (!TryTake(wanted))
            throw Fault($"'{wanted}'");
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] == ' ')
            position++;
    }

    private FormatException Fault(string expected) =>
        new($"\"{text}\" has no {expected} at column {position + 1}; write a method's head as in \"(int Parent, int Child) Run(int value)\"");
}
