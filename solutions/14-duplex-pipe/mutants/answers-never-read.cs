// expect: wrong verdict=violation check=in-the-server line=19,20
using ExerciseKit.Multiprocessing;

public static class Adder
{
    // The server answers, but the sums that are returned are the client's own.
    public static int[] Run((int X, int Y)[] questions)
    {
        var (questionsOut, questionsIn) = Pipe.Create(duplex: false);
        var (answersOut, answersIn) = Pipe.Create(duplex: false);
        var adder = ChildProcess.Create(Serve, questionsOut, answersIn);
        adder.Start();
        questionsOut.Close();
        answersIn.Close();
        foreach (var question in questions)
            questionsIn.Send(question);
        questionsIn.Close();
        adder.Join();
        answersOut.Close();
        return Array.ConvertAll(questions, question => question.X + question.Y);
    }

    private static void Serve(Connection questions, Connection answers)
    {
        while (questions.TryReceive<(int X, int Y)>(out var question))
            answers.Send(question.X + question.Y);
        Console.WriteLine("server done");
    }
}
