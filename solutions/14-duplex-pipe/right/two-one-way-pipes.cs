using ExerciseKit.Multiprocessing;

public static class Adder
{
    public static int[] Run((int X, int Y)[] questions)
    {
        (Connection questionsOut, Connection questionsIn) = Pipe.Create(false);
        (Connection answersOut, Connection answersIn) = Pipe.Create(false);
        ChildProcess server = ChildProcess.Create(Serve, questionsOut, answersIn);
        server.Start();
        questionsOut.Close();
        answersIn.Close();

        // All questions at once: the answers wait in their pipe.
        foreach ((int x, int y) in questions)
        {
            questionsIn.Send(new int[] { x, y });
        }

        questionsIn.Close();
        List<int> sums = new List<int>();
        while (answersOut.TryReceive<int>(out int sum))
        {
            sums.Add(sum);
        }

        return sums.ToArray();
    }

    private static void Serve(Connection questions, Connection answers)
    {
        while (questions.TryReceive<int[]>(out int[]? question))
        {
            answers.Send(question.Sum());
        }

        Console.WriteLine("server done");
    }
}
