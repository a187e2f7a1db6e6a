using System.Text.Json.Serialization;

namespace ExerciseKit.Contract.Wire;

/// <summary>The messages' JSON, generated at compile time: hosts start cold, and reflection is slow then.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = 64)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Operations.Operation))]
[JsonSerializable(typeof(Operations.Outcome))]
[JsonSerializable(typeof(Handle[]))]
[JsonSerializable(typeof(AskedOperation[]))]
[JsonSerializable(typeof(Operations.Outcome[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Payload[]))]
[JsonSerializable(typeof(Operations.Entry[]))]
[JsonSerializable(typeof(int[]))]
public sealed partial class MessageJson : JsonSerializerContext;
