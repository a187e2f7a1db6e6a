namespace ExerciseKit.Exploration.States;

/// <summary>What is kept of states has come to what may be kept; whoever asks for more gets none.</summary>
internal sealed class StatesFullException : Exception;
