using ExerciseKit.Preparation.Shims;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Tells which instructions may change something on the heap that was there before. In doubt one does.</summary>
/// <remarks>Calls of the student's own methods do not: what they change, their own instructions do. Asked before any redirection.</remarks>
internal static class Heap
{
    private const string Kit = "ExerciseKit.Multiprocessing";

    // Immutable, or values: whatever is done to a variable of the kind, the variable itself tells.
    private static readonly HashSet<string> Values =
    [
        "System.Object", "System.String", "System.Math", "System.MathF", "System.Convert", "System.BitConverter", "System.Tuple", "System.ValueTuple",
        "System.Nullable", "System.TimeSpan", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Decimal", "System.Enum",
        "System.Type", "System.Reflection.MemberInfo", "System.Index", "System.Range", "System.StringComparer", "System.Version", "System.Delegate", "System.Threading.Timeout",
        "System.Threading.Thread", "System.Console", "System.IO.File", "System.IO.Path", "System.HashCode", "System.Exception",
        "System.Linq.Enumerable", "System.Numerics.BigInteger", "System.Globalization.CultureInfo", "System.Collections.Generic.KeyValuePair",
        "System.Collections.Generic.EqualityComparer", "System.Collections.Generic.Comparer", "System.Environment",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.Runtime.CompilerServices.RuntimeHelpers",
        "System.ReadOnlySpan", "System.MemoryExtensions", "System.Text.Json.JsonDocument", "System.Text.Json.JsonElement", "System.Text.Json.JsonProperty",
        "System.Text.RegularExpressions.Regex", "System.Text.RegularExpressions.Match", "System.Text.RegularExpressions.Group", "System.Text.RegularExpressions.Capture",
    ];

    private static readonly string[] Reading =
        ["get_", "Contains", "TryGetValue", "IndexOf", "LastIndexOf", "Peek", "TryPeek", "GetEnumerator", "ToArray", "Find", "Exists", "TrueForAll", "ForEach", "ConvertAll", "Equals", "CompareTo", "ToString", "GetHashCode"];

    // What reads a text into nodes, and looks at them; they can be changed.
    private static readonly string[] ReadingNodes = ["Parse", "As", "GetValue", "TryGet", "ToJsonString", "DeepClone", "op_"];

    private static readonly string[] Making = [".ctor", "Create", "Start", "Close", "Dispose"];

    /// <summary>Whether an instruction may.</summary>
    public static bool MayChangeBy(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Stsfld => instruction.Operand is not FieldReference field || !StaticsScan.IsCompilers(field),
        Code.Stfld or Code.Stobj or Code.Cpobj or Code.Cpblk or Code.Initblk => true,
        Code.Ldflda or Code.Ldsflda or Code.Ldelema => !IsOnlyRead(instruction.Next),
        Code.Initobj => instruction.Previous is not { OpCode.Code: Code.Ldloca or Code.Ldarga },
        Code.Call or Code.Callvirt => instruction.Operand is not MethodReference called || (MayChange(called) && !IsEndOfValue(instruction, called) && !IsEndOfOwn(instruction, called) && !IsPrinting(instruction, called)),
        // What a delegate or a constructor of the framework's does is done by whoever calls it.
        Code.Ldftn or Code.Ldvirtftn => instruction.Operand is not MethodReference named || (!IsOwn(named.DeclaringType) && MayChange(named)),
        Code.Newobj => instruction.Operand is MethodReference { DeclaringType: { } made } && made.GetElementType().Namespace == Kit,
        Code.Calli => true,
        var code => code.ToString() is var name && (name.StartsWith("Stelem", StringComparison.Ordinal) || name.StartsWith("Stind", StringComparison.Ordinal)),
    };

    private static bool MayChange(MethodReference called)
    {
        // An array of several dimensions is written to by a method of its own, whatever its elements are.
        if (called.DeclaringType is ArrayType)
            return called.Name != "Get";
        var type = called.DeclaringType.GetElementType();
        // An enumerator that is a value is a variable; one that is an object is changed.
        var isVariable = type.IsValueType || called.DeclaringType.IsValueType;
        while (type.DeclaringType is { } outer)
            type = outer;
        if (IsOwn(called.DeclaringType))
            return false;
        // What a process makes, starts and closes, it knows itself; all else of the kit's it asks for, and an answer that changes something tells so.
        if (type.Namespace == Kit)
            return (Making.Contains(called.Name) && type.FullName != LiveVariables.Scope) || (type.Name == "ChildProcess" && called.Name.StartsWith("set_", StringComparison.Ordinal)) || type.Name.StartsWith("ProcessPool", StringComparison.Ordinal);
        if (type.Namespace == ShimCatalog.ShimNamespace)
            return called.HasThis && !called.Name.StartsWith("get_", StringComparison.Ordinal);
        if (called.Name == ".ctor")
            return false;
        if ((called.Name.StartsWith("set_", StringComparison.Ordinal) && !isVariable) || Fills(called))
            return true;
        if (type.IsPrimitive)
            return false;
        var name = type.FullName.Split('`')[0];
        return !(Values.Contains(name)
            || name.StartsWith("System.Func", StringComparison.Ordinal) || name.StartsWith("System.Action", StringComparison.Ordinal) || name == "System.Predicate"
            || name.EndsWith("Exception", StringComparison.Ordinal)
            || (name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal) && called.DeclaringType.GetElementType().Name != "Builder")
            || (name.StartsWith("System.Collections.", StringComparison.Ordinal) && (isVariable || IsReading(called.Name)))
            || (name == "System.Array" && (called.Name is "Empty" || IsReading(called.Name)))
            || (name.StartsWith("System.Text.Json.Nodes.", StringComparison.Ordinal) && (IsReading(called.Name) || Array.Exists(ReadingNodes, prefix => called.Name.StartsWith(prefix, StringComparison.Ordinal))))
            // What it is told to write into is changed.
            || (name == "System.Text.Json.JsonSerializer" && called.ReturnType.MetadataType != MetadataType.Void)
            || name == "System.MulticastDelegate");
    }

    /// <summary>Whether a method writes where it is told, which no variable need tell of: into a span, or into an array and says how much.</summary>
    private static bool Fills(MethodReference called) => called.Parameters.Any(p =>
        p.ParameterType.GetElementType().FullName is "System.Span`1" or "System.Memory`1"
        || (p.ParameterType is ArrayType && called.ReturnType.MetadataType is MetadataType.Void or MetadataType.Int32 && !IsReading(called.Name)));

    /// <summary>Whether a <c>using</c> or a <c>foreach</c> ends a value, which is a variable.</summary>
    private static bool IsEndOfValue(Instruction instruction, MethodReference called) =>
        called.DeclaringType.FullName == "System.IDisposable" && instruction.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference { IsValueType: true } };

    /// <summary>Whether a <c>using</c> ends what the same call of the method has made: it was not there before.</summary>
    private static bool IsEndOfOwn(Instruction instruction, MethodReference called)
    {
        if (called.DeclaringType.FullName != "System.IDisposable" || LocalOf(instruction.Previous) is not { } local)
            return false;
        var first = instruction;
        while (first.Previous is { } previous)
            first = previous;
        var isMade = false;
        for (var at = first; at is not null; at = at.Next)
        {
            if (!IsStoreInto(at, local))
                continue;
            isMade = at.Previous is { OpCode.Code: Code.Newobj } or { OpCode.Code: Code.Call, Operand: MethodReference { HasThis: false, Name: "Parse" } };
            if (!isMade)
                return false;
        }

        return isMade;
    }

    /// <summary>Whether something is printed on <c>Console.Error</c> or <c>Console.Out</c>; any other writer keeps what is written.</summary>
    private static bool IsPrinting(Instruction instruction, MethodReference called) =>
        called.DeclaringType.FullName == "System.IO.TextWriter" && (called.Name.StartsWith("Write", StringComparison.Ordinal) || called.Name == "Flush")
        && Receiver(instruction, called) is { OpCode.Code: Code.Call, Operand: MethodReference { DeclaringType.FullName: "System.Console", Name: "get_Error" or "get_Out" } };

    /// <summary>The instruction that gives the object which a method is called of; null where no straight way leads from it to the call.</summary>
    private static Instruction? Receiver(Instruction call, MethodReference called)
    {
        var wanted = called.Parameters.Count + 1;
        for (var at = call.Previous; at is not null && at.OpCode.FlowControl is FlowControl.Next or FlowControl.Call or FlowControl.Meta; at = at.Previous)
        {
            var (taken, given) = StackDepths.Of(at, 0);
            wanted -= given;
            if (wanted <= 0)
                return wanted == 0 && given == 1 ? at : null;
            wanted += taken;
        }

        return null;
    }

    private static int? LocalOf(Instruction? load) => load?.OpCode.Code switch
    {
        Code.Ldloc_0 => 0,
        Code.Ldloc_1 => 1,
        Code.Ldloc_2 => 2,
        Code.Ldloc_3 => 3,
        Code.Ldloc or Code.Ldloc_S => ((VariableDefinition)load.Operand).Index,
        _ => null,
    };

    private static bool IsStoreInto(Instruction store, int local) => store.OpCode.Code switch
    {
        Code.Stloc_0 => local == 0,
        Code.Stloc_1 => local == 1,
        Code.Stloc_2 => local == 2,
        Code.Stloc_3 => local == 3,
        Code.Stloc or Code.Stloc_S or Code.Ldloca or Code.Ldloca_S => ((VariableDefinition)store.Operand).Index == local,
        _ => false,
    };

    /// <summary>Whether code of the framework's may change something unseen for a type of the student's.</summary>
    /// <remarks>By a member that it has from the framework, called as that of the student's interface; or by an enumerator that it hands out.</remarks>
    public static bool IsChangedByOthers(TypeDefinition type) => type.IsClass && !type.Name.StartsWith('<')
        && (type.Interfaces.Any(i => i.InterfaceType.FullName == "System.Collections.IEnumerable")
            || (type.BaseType is { } parent && !IsOwn(parent) && parent.FullName is not ("System.Object" or "System.ValueType" or "System.Enum" or "System.MulticastDelegate")
                && type.Interfaces.Any(i => IsOwn(i.InterfaceType))));

    private static bool IsReading(string name) => Array.Exists(Reading, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsOwn(TypeReference type) => type.GetElementType() is TypeDefinition || type is GenericParameter;

    /// <summary>Whether an address is taken for nothing but to look at a value of the framework's there.</summary>
    private static bool IsOnlyRead(Instruction? next)
    {
        while (next is { OpCode.OpCodeType: OpCodeType.Prefix })
            next = next.Next;
        return next is { OpCode.Code: Code.Ldfld or Code.Ldobj }
            || (next is { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference { HasParameters: false } called }
                && !IsOwn(called.DeclaringType) && !MayChange(called) && called.Name is not ("MoveNext" or "Reset"));
    }
}
