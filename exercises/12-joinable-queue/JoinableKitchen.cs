using ExerciseKit.Multiprocessing;

/// <summary>A kitchen whose queue knows when the last dish is finished.</summary>
public static class JoinableKitchen
{
    /// <summary>Starts one process for each cook and each guest; prints <c>all served</c> and returns once every dish is finished.</summary>
    /// <remarks>
    /// A cook makes the dishes <c>{cook}-1</c>, <c>{cook}-2</c>, …: for each it prints <c>{cook} made {dish}</c>, then puts it into a joinable queue.
    /// A guest is a daemon that takes dishes for ever: for each it prints <c>{guest} ate {dish}</c>, and only then says that it is done.
    /// </remarks>
    /// <param name="cooks">The cooks' names, no two alike; at least one.</param>
    /// <param name="guests">The guests' names, no two alike; at least one.</param>
    /// <param name="dishes">How many dishes each cook makes; 0 or more.</param>
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        throw new NotImplementedException();
    }
}
