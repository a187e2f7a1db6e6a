using ExerciseKit.Multiprocessing;

/// <summary>A crossing with one traffic light.</summary>
public static class TrafficLight
{
    /// <summary>Starts a process for the light and one for each car and each police car; returns once all cars are through and the light has stopped.</summary>
    /// <remarks>
    /// The light is red first, and prints <c>light green</c> and <c>light red</c> in turn. A car prints <c>car {i} waits</c>, waits for green,
    /// and prints <c>car {i} goes</c>. A police car waits for green at most 1 s, and prints <c>police {i} goes</c>.
    /// </remarks>
    /// <param name="cars">How many cars there are; they are numbered from 1.</param>
    /// <param name="policeCars">How many police cars there are; they are numbered from 1.</param>
    /// <param name="redSeconds">How long the light is red each time; may be 0.</param>
    /// <param name="greenSeconds">How long the light is green each time; at least 1.</param>
    public static void Run(int cars, int policeCars, int redSeconds, int greenSeconds)
    {
        throw new NotImplementedException();
    }
}
