using System.Reflection;
using System.Text.Json;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Multiprocessing.Travel;

namespace ExerciseKit.Multiprocessing.Programs;

/// <summary>What a pool's worker calls before its first task: on its way there a method and its arguments, there ready to be called.</summary>
internal sealed class Initializer
{
    private readonly Delegate? method;
    private readonly object?[] arguments = [];
    private readonly Action? call;

    public Initializer(Delegate method, object?[] arguments) => (this.method, this.arguments) = (method, arguments);

    private Initializer(Action call) => this.call = call;

    public void Call() => call!();

    /// <summary>How a message about one of its arguments begins.</summary>
    public override string ToString() => "of the initializer: ";

    /// <summary>How it is written and read; only the program itself can tell its methods.</summary>
    internal sealed class Form(LoadedProgram program) : Travel.Form
    {
        private const string Type = "type";
        private const string Method = "method";
        private const string Signature = "signature";
        private const string TypeArguments = "typeArguments";
        private const string MethodArguments = "methodArguments";
        private const string Arguments = "arguments";

        public override void Write(Packing packing, Utf8JsonWriter writer, object value)
        {
            var initializer = (Initializer)value;
            var target = TargetNames.Of(initializer.method!, program);
            writer.WriteStartObject();
            writer.WriteString(Type, target.Type);
            writer.WriteString(Method, target.Method);
            writer.WriteString(Signature, target.Signature);
            WriteTexts(writer, TypeArguments, target.TypeArguments);
            WriteTexts(writer, MethodArguments, target.MethodArguments);
            writer.WriteStartArray(Arguments);
            LoadedProgram.WriteArguments(packing, writer, initializer.method!, initializer.arguments);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        public override object Read(Unpacking unpacking, JsonElement element)
        {
            var target = new Target(Text(element, Type), Text(element, Method), Text(element, Signature))
            {
                TypeArguments = Texts(element, TypeArguments),
                MethodArguments = Texts(element, MethodArguments),
            };
            var given = element.GetProperty(Arguments);
            var method = TargetNames.FindMethod(TargetNames.FindType(program.Assembly, target), target, given.GetArrayLength());
            object?[] arguments = [.. method.GetParameters().Select((p, i) => unpacking.Read(given[i], p.ParameterType))];
            return new Initializer(() => method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));
        }

        private static void WriteTexts(Utf8JsonWriter writer, string name, EquatableArray<string> texts)
        {
            writer.WriteStartArray(name);
            foreach (var text in texts)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        private static EquatableArray<string> Texts(JsonElement element, string name) =>
            element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!).ToEquatableArray();

        private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
    }
}
