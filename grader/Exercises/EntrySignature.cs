using ExerciseKit.Contract;

namespace ExerciseKit.Exercises;

/// <summary>The head of a method that the grader calls, as <c>exercise.json</c> writes it.</summary>
/// <remarks>
/// The notation is C#'s, without modifiers: <c>Run(string[] names)</c> returns nothing (so does <c>void Run(string[] names)</c>),
/// <c>(int Parent, int Child) Run(int value)</c> a tuple. Types are C#'s keywords and simple names, without namespaces.
/// The names of parameters and of a tuple's elements tell the reader; two signatures match whatever they are.
/// </remarks>
/// <param name="Text">As written.</param>
/// <param name="Name">The method's name.</param>
/// <param name="ReturnType">What it returns, in <see cref="TypeNotation"/>'s form; <c>void</c> for nothing.</param>
/// <param name="ParameterTypes">Its parameters' types, in the same form.</param>
public sealed record EntrySignature(string Text, string Name, string ReturnType, EquatableArray<string> ParameterTypes)
{
    /// <summary>Reads the notation.</summary>
    /// <exception cref="FormatException">It is not in the notation; the message says where.</exception>
    public static EntrySignature Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new TypeNotation(text);
        var returnType = "void";
        if (!reader.IsMethodNameNext())
            returnType = reader.ReadType();
        var name = reader.ReadIdentifier();
        var parameters = reader.ReadParameters();
        reader.ExpectEnd();
        return new EntrySignature(text, name, returnType, parameters.ToEquatableArray());
    }

    public override string ToString() => Text;
}
