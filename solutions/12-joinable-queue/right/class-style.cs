using ExerciseKit.Multiprocessing;

namespace Course.Queues;

public static class JoinableKitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        JoinableQueue<Dish> queue = new JoinableQueue<Dish>();
        Cook[] kitchen = new Cook[cooks.Length];
        for (int i = 0; i < cooks.Length; i++)
        {
            kitchen[i] = new Cook(cooks[i], dishes, queue);
            kitchen[i].Start();
        }

        for (int i = 0; i < guests.Length; i++)
        {
            new Guest(guests[i], queue).Start();
        }

        for (int i = cooks.Length - 1; i >= 0; i--)
        {
            kitchen[i].Join();
        }

        queue.Join();
        Console.WriteLine("all served");
    }
}

public record Dish(string Cook, int Number)
{
    public string Title => Cook + "-" + Number;
}

public class Cook : ChildProcess
{
    private readonly string cook;
    private readonly int dishes;
    private readonly JoinableQueue<Dish> queue;

    public Cook(string cook, int dishes, JoinableQueue<Dish> queue)
    {
        this.cook = cook;
        this.dishes = dishes;
        this.queue = queue;
    }

    protected override void Run()
    {
        for (int i = 1; i <= dishes; i++)
        {
            Dish dish = new Dish(cook, i);
            Console.WriteLine(cook + " made " + dish.Title);
            queue.Put(dish);
        }
    }
}

public class Guest : ChildProcess
{
    private readonly string guest;
    private readonly JoinableQueue<Dish> queue;

    public Guest(string guest, JoinableQueue<Dish> queue)
    {
        this.guest = guest;
        this.queue = queue;
        IsDaemon = true;
    }

    protected override void Run()
    {
        for (; ; )
        {
            Dish dish = queue.Get();
            try
            {
                Console.WriteLine(guest + " ate " + dish.Title);
            }
            finally
            {
                queue.TaskDone();
            }
        }
    }
}
