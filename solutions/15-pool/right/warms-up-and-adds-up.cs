using ExerciseKit.Multiprocessing;

public static class PoolWork
{
    // Beside the task: a first task that only shows that the pool is there, a count that the workers share, and the sum of the squares.
    public static int[] Run(int workers, int[] numbers)
    {
        var pool = new ProcessPool(workers);
        var tally = new SharedValue<int>(0);
        var door = new ProcessLock();
        Console.WriteLine(pool.Apply(Greet, "pool"));
        List<PoolResult<Answer>> pending = [];
        foreach (var number in numbers)
            pending.Add(pool.ApplyAsync(Answer.To, new Question(number, tally, door), answer => Console.WriteLine($"{answer.Number} done")));
        pool.Close();
        pool.Join();
        Console.WriteLine("all done");
        int[] squares = [.. pending.Select(p => p.Get().Square)];
        Console.WriteLine($"{tally.Value} tasks were counted, the squares add up to {squares.Sum(square => (long)square)}");
        return squares;
    }

    private static string Greet(string whom) => $"hello, {whom}";
}

public record Question(int Number, SharedValue<int> Tally, ProcessLock Door);

public record Answer(int Number, int Square)
{
    public static Answer To(Question question)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        using (question.Door.EnterScope())
            question.Tally.Value++;
        return new Answer(question.Number, checked(question.Number * question.Number));
    }
}
