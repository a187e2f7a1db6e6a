using ExerciseKit.Multiprocessing;

/// <summary>A ticket sale: many buyers, few tickets, one file.</summary>
public static class TicketSale
{
    /// <summary>Starts one process for each user, who looks and then tries to buy; returns once all of them have ended.</summary>
    /// <remarks>
    /// To look is to read the file and to print <c>{user} sees {n}</c>.
    /// To buy is to read the file again, to wait 100 ms for the network, and, where a ticket is left, to write the file with one ticket fewer.
    /// The buyer then prints <c>{user} bought a ticket</c>, or else <c>{user} found none left</c>.
    /// </remarks>
    /// <param name="database">The path of the file that holds the number of tickets, as <see cref="TicketFile"/> reads and writes it.</param>
    /// <param name="users">The users' names, no two alike.</param>
    public static void Run(string database, string[] users)
    {
        throw new NotImplementedException();
    }
}
