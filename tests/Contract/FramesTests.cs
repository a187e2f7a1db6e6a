using System.Reflection;
using ExerciseKit.Contract;
using ExerciseKit.Contract.Operations;
using ExerciseKit.Contract.Wire;

namespace ExerciseKit.Tests.Contract;

public sealed class FramesTests
{
    /// <summary>Texts and numbers that a sloppy form would lose.</summary>
    private static readonly string[] Texts = ["", "a", "\0", "零", "\ud83d\ude80", "\ud83d", new string('x', 300)];

    private static readonly long[] Numbers = [0, 1, -1, 63, 64, -64, -65, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    private static IEnumerable<TestCaseData> All() =>
        new[] { typeof(Message), typeof(Operation), typeof(Outcome) }
            .SelectMany(root => root.Assembly.GetTypes().Where(t => t.IsSealed && t.IsSubclassOf(root)))
            .Select(type => new TestCaseData(type).SetArgDisplayNames(type.Name));

    [TestCaseSource(nameof(All))]
    public void Whatever_can_be_said_comes_out_of_its_frame_as_it_went_in(Type type)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var said = Made(type, new Random(seed));
            var message = said switch
            {
                Operation operation => new Ask(1, operation, new CallSite("A.cs", 2)),
                Outcome outcome => new Answer(1, outcome),
                _ => (Message)said,
            };
            Assert.That(Read(Frame(message)), Is.EqualTo(message), $"seed {seed}");
        }
    }

    [TestCaseSource(nameof(All))]
    public void A_frame_that_is_cut_anywhere_or_goes_on_is_refused_and_not_read_wrongly(Type type)
    {
        var said = Made(type, new Random(7));
        var frame = Frame(said switch
        {
            Operation operation => new Ask(1, operation, new CallSite("A.cs", 2)),
            Outcome outcome => new Answer(1, outcome),
            _ => (Message)said,
        });

        for (var length = 0; length < frame.Length; length++)
            Refuse(frame[..length]);
        Refuse([.. frame, 0]);
    }

    [Test]
    public void Whatever_bytes_come_they_are_a_message_or_refused()
    {
        var chance = new Random(5);
        var sample = Frame(new Learned(1, [new AskedOperation(new PutItem("q", Payload.Null, null), new CallSite("A.cs", 3))], [new Round(3, 1, 0)], [new Landmark(1, "s", 0)], 2));
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])sample.Clone();
            for (var changes = chance.Next(1, 4); changes > 0; changes--)
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            try
            {
                Read(bytes);
            }
            catch (ProtocolException e)
            {
                Assert.That(e.Fault, Is.EqualTo(ProtocolFault.Malformed));
            }
        }
    }

    [Test]
    public void An_array_that_is_announced_longer_than_what_comes_takes_no_room()
    {
        var frame = new FrameWriter().Begin(0).Kind(6).Int(1).Int(int.MaxValue).Memory.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refuse(frame);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100_000));
    }

    private static byte[] Frame(Message message) => new FrameWriter().Begin(0).Message(message).Memory.ToArray();

    private static Message Read(byte[] frame)
    {
        var from = new FrameReader(frame);
        var message = from.Message();
        from.End();
        return message;
    }

    private static void Refuse(byte[] frame) =>
        Assert.That(Assert.Throws<ProtocolException>(() => Read(frame))!.Fault, Is.EqualTo(ProtocolFault.Malformed));

    /// <summary>A value of a type, made of chance by its constructor and what can be set beside it.</summary>
    private static object Made(Type type, Random chance)
    {
        if (type == typeof(string))
            return Texts[chance.Next(Texts.Length)];
        if (type == typeof(bool))
            return chance.Next(2) == 1;
        if (type == typeof(long))
            return Numbers[chance.Next(Numbers.Length)];
        if (type == typeof(int))
            return (int)Math.Clamp(Numbers[chance.Next(Numbers.Length)], int.MinValue, int.MaxValue);
        if (type == typeof(TimeSpan))
            return new TimeSpan(Numbers[chance.Next(Numbers.Length)]);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(chance.Next(Enum.GetValues(type).Length))!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            return Many(type.GetGenericArguments()[0], chance);
        if (type.IsAbstract)
            return Made(type == typeof(Operation) ? typeof(Sleep) : typeof(Flag), chance);
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Made(p.ParameterType, new NullabilityInfoContext().Create(p), chance))]);
        foreach (var beside in type.GetProperties().Where(p => p.SetMethod is not null && p.DeclaringType == type && !constructor.GetParameters().Any(q => q.Name == p.Name)))
            beside.SetValue(made, Made(beside.PropertyType, new NullabilityInfoContext().Create(beside), chance));
        return made;
    }

    private static object? Made(Type type, NullabilityInfo nullability, Random chance) =>
        nullability.WriteState == NullabilityState.Nullable && chance.Next(3) == 0 ? null : Made(Nullable.GetUnderlyingType(type) ?? type, chance);

    private static object Many(Type element, Random chance)
    {
        var items = Array.CreateInstance(element, chance.Next(3));
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Made(element, chance), i);
        return Activator.CreateInstance(typeof(EquatableArray<>).MakeGenericType(element), items)!;
    }
}
