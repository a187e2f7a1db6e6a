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
public sealed partial class MessageJson : JsonSerializerContext;
