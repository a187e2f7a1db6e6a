using ExerciseKit.Multiprocessing;

namespace Course.Queues;

public static class QueueIpc
{
    public static string Ask(string question)
    {
        ProcessQueue<string> toChild = new ProcessQueue<string>();
        ProcessQueue<string> toParent = new ProcessQueue<string>();
        Answerer answerer = new Answerer(toChild, toParent);
        toChild.Put(question);
        answerer.Start();
        string answer = toParent.Get();
        answerer.Join();
        return answer;
    }

    public static string Relay(string message)
    {
        ProcessQueue<string> first = new ProcessQueue<string>();
        ProcessQueue<string> second = new ProcessQueue<string>();
        ProcessQueue<string> third = new ProcessQueue<string>();
        Forwarder one = new Forwarder(first, second);
        Forwarder two = new Forwarder(second, third);
        two.Start();
        one.Start();
        first.Put(message);
        try
        {
            return third.Get();
        }
        finally
        {
            one.Join();
            two.Join();
        }
    }
}

public class Answerer : ChildProcess
{
    private readonly ProcessQueue<string> source;
    private readonly ProcessQueue<string> target;

    public Answerer(ProcessQueue<string> source, ProcessQueue<string> target)
    {
        this.source = source;
        this.target = target;
    }

    protected override void Run()
    {
        string question = source.Get();
        target.Put(question.ToUpper());
    }
}

public class Forwarder(ProcessQueue<string> source, ProcessQueue<string> target) : ChildProcess
{
    protected override void Run() => target.Put(source.Get());
}
