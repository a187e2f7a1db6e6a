using System.Collections;
using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExerciseKit.Multiprocessing.Travel;

/// <summary>The forms of all types that a program's values are of.</summary>
/// <remarks>
/// Kept for one loaded program and dropped with it. The framework's serializer caches what it knows of a type for good,
/// and so would keep every load context alive; it is also slow to start, and each child process starts cold.
/// </remarks>
internal sealed class FormTable(Assembly program)
{
    private static readonly HashSet<Type> Sequences =
    [
        typeof(List<>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>), typeof(SortedSet<>),
        typeof(ReadOnlyCollection<>), typeof(ObservableCollection<>), typeof(ConcurrentQueue<>),
    ];

    private static readonly HashSet<Type> Dictionaries =
        [typeof(Dictionary<,>), typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(ConcurrentDictionary<,>)];

    private static readonly HashSet<Type> SequenceInterfaces =
        [typeof(IEnumerable<>), typeof(ICollection<>), typeof(IList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>)];

    private static readonly HashSet<Type> DictionaryInterfaces = [typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    private readonly Dictionary<Type, Form> forms = [];

    public Assembly Program => program;

    /// <summary>Adds the form of a type that nobody but the program can read.</summary>
    public void Add(Type type, Form form) => forms.Add(type, form);

    public Form For(Type type)
    {
        if (!forms.TryGetValue(type, out var form))
            forms.Add(type, form = Make(type));
        return form;
    }

    private Form Make(Type type)
    {
        if (ScalarForms.Of(type) is { } scalar)
            return scalar;
        if (Refusal(type) is { } reason)
            return new RefusedForm(type, reason);
        if (typeof(IShared).IsAssignableFrom(type))
            return new SharedForm(type);
        if (type.IsEnum)
            return new EnumForm(type);
        if (type.IsSZArray)
            return new ArrayForm(type.GetElementType()!);
        if (type.IsArray)
            return new GridForm(type.GetElementType()!);
        return MakeCollection(type) ?? new FieldsForm(type);
    }

    private static Form? MakeCollection(Type type)
    {
        if (!type.IsGenericType)
            return null;
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (Sequences.Contains(definition))
            return new SequenceForm(type, arguments[0]);
        if (Dictionaries.Contains(definition))
            return new DictionaryForm(type, arguments[0], arguments[1]);
        // Only who writes arguments by hand leaves an interface's type unsaid.
        if (SequenceInterfaces.Contains(definition))
            return new ArrayForm(arguments[0]);
        return DictionaryInterfaces.Contains(definition)
            ? new DictionaryForm(typeof(Dictionary<,>).MakeGenericType(arguments), arguments[0], arguments[1])
            : null;
    }

    private string? Refusal(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return "is a delegate: code can't be sent. Send the data that it needs, and call a static method there.";
        if (typeof(ChildProcess).IsAssignableFrom(type))
            return "is a process: only its creator can deal with it. Send what you want to know about it, or let the creator start, join and end it.";
        if (type == typeof(ProcessPool) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PoolResult<>)))
            return "belongs to the process that made the pool. Use the pool there, and send what its tasks give.";
        if (typeof(Task).IsAssignableFrom(type) || typeof(Thread).IsAssignableFrom(type))
            return "is work under way in this process. Wait for it here, and send its result.";
        if (type.IsPointer || type.IsByRefLike || type == typeof(nint) || type == typeof(nuint))
            return "is an address, and means nothing in another process. Send the value it stands for.";
        if (typeof(Stream).IsAssignableFrom(type) || typeof(TextWriter).IsAssignableFrom(type) || typeof(TextReader).IsAssignableFrom(type))
            return "is open in this process only. Send the path, and open it there.";
        if (typeof(Type).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type))
            return "belongs to this process's code. Send a name or an enum.";
        if (IsIterator(type))
            return "is a sequence that is made while it is read. Send its items: call ToArray() first.";
        return IsOfTheProgram(type) || TravelsByItself(type)
            ? null
            : "is a type of the framework that isn't made for travelling. Send what you need of it in a record of your own, an array, a list or a dictionary.";
    }

    /// <summary>Compiled <c>yield return</c> methods and LINQ's operators.</summary>
    private static bool IsIterator(Type type) =>
        typeof(IEnumerator).IsAssignableFrom(type)
        || (type.Namespace == "System.Linq" && typeof(IEnumerable).IsAssignableFrom(type));

    /// <summary>A program's own libraries count as the program.</summary>
    private bool IsOfTheProgram(Type type) =>
        type.Assembly == program
        || (type.Assembly != typeof(FormTable).Assembly
            && type.Assembly.GetName().Name is { } name
            && !name.StartsWith("System.", StringComparison.Ordinal)
            && !name.StartsWith("Microsoft.", StringComparison.Ordinal)
            && name is not ("ExerciseKit.Contract" or "ExerciseKit.Host"));

    /// <summary>The framework's types that are known to work: primitives, collections, and structs, which are their fields.</summary>
    private static bool TravelsByItself(Type type) =>
        type.IsValueType
        || type.IsArray
        || typeof(IShared).IsAssignableFrom(type)
        || typeof(ICompound).IsAssignableFrom(type)
        || typeof(ITuple).IsAssignableFrom(type)
        || MakeCollection(type) is not null;
}
