using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;

namespace ExerciseKit.Tests.Contract;

public sealed class CarriedTextTests
{
    private static IEnumerable<Type> Carriers() => typeof(Operation).Assembly.GetTypes()
        .Where(t => t.IsSealed && t.IsSubclassOf(typeof(Operation)))
        .Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(Payload) || p.PropertyType == typeof(EquatableArray<Payload>)));

    [TestCaseSource(nameof(Carriers))]
    public void An_operation_that_carries_a_value_of_the_students_is_counted(Type type)
    {
        var value = new Payload(new string('x', 1000), []);
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        var operation = (Operation)constructor.Invoke([.. constructor.GetParameters().Select(p => Argument(p.ParameterType, value))]);

        Assert.That(CarriedText.LengthOf(operation), Is.GreaterThanOrEqualTo(1000));
    }

    [Test]
    public void So_is_what_is_written_to_the_console_and_to_files_with_their_paths()
    {
        var text = new string('x', 1000);

        Assert.That(new Operation[] { new WriteConsole(ConsoleStream.Out, text), new FillFile("f", text), new AppendFile("f", text) }.Select(CarriedText.LengthOf), Is.EqualTo([1000, 1001, 1001]));
    }

    private static object? Argument(Type type, Payload value)
    {
        if (type == typeof(Payload))
            return value;
        if (type == typeof(EquatableArray<Payload>))
            return new EquatableArray<Payload>([value]);
        if (type == typeof(string))
            return "x";
        if (type == typeof(Target))
            return new Target("T", "M", "*");
        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }
}
