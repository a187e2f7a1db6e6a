using ExerciseKit.Multiprocessing;

namespace Course.Processes;

public static class Isolation
{
    public static int Money = 999;

    public static (int Parent, int Child) Run(int value)
    {
        ProcessQueue<int> queue = new ProcessQueue<int>();
        Changer changer = new Changer(queue, value);
        changer.Start();
        changer.Join();
        int parent = Money;
        int child = queue.Get();
        return (parent, child);
    }
}

public class Changer : ChildProcess
{
    private readonly ProcessQueue<int> queue;
    private readonly int value;

    public Changer(ProcessQueue<int> queue, int value)
    {
        this.queue = queue;
        this.value = value;
    }

    protected override void Run()
    {
        Isolation.Money = value;
        queue.Put(Isolation.Money);
    }
}
