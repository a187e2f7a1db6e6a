using ExerciseKit.Multiprocessing;

/// <summary>A kitchen: cooks make dishes, guests eat them, and a queue lies between.</summary>
public static class Kitchen
{
    /// <summary>Starts one process for each cook and each guest, and returns once all of them have ended.</summary>
    /// <remarks>
    /// A cook makes the dishes <c>{cook}-1</c>, <c>{cook}-2</c>, …: for each it prints <c>{cook} made {dish}</c>, then hands it over.
    /// A guest takes one dish after the other and prints <c>{guest} ate {dish}</c> for each, until no more can come; then it ends.
    /// </remarks>
    /// <param name="cooks">The cooks' names, no two alike; at least one.</param>
    /// <param name="guests">The guests' names, no two alike; at least one.</param>
    /// <param name="dishes">How many dishes each cook makes; 0 or more.</param>
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        throw new NotImplementedException();
    }
}
