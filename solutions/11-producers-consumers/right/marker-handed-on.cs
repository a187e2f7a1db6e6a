using ExerciseKit.Multiprocessing;

namespace Course.Queues;

public static class Kitchen
{
    public static void Run(string[] cooks, string[] guests, int dishes)
    {
        ProcessQueue<Dish> queue = new ProcessQueue<Dish>();
        List<ChildProcess> kitchen = new List<ChildProcess>();
        List<ChildProcess> tables = new List<ChildProcess>();
        foreach (string cook in cooks)
        {
            kitchen.Add(new Cook(cook, dishes, queue));
        }

        foreach (string guest in guests)
        {
            tables.Add(new Guest(guest, queue));
        }

        foreach (ChildProcess person in kitchen.Concat(tables))
        {
            person.Start();
        }

        foreach (ChildProcess cook in kitchen)
        {
            cook.Join();
        }

        // One is enough: each guest that finds it puts it back for the next.
        queue.Put(new Dish("", true));
        foreach (ChildProcess guest in tables)
        {
            guest.Join();
        }
    }
}

public record Dish(string Title, bool IsLast);

public class Cook : ChildProcess
{
    private readonly string cook;
    private readonly int dishes;
    private readonly ProcessQueue<Dish> queue;

    public Cook(string cook, int dishes, ProcessQueue<Dish> queue)
    {
        this.cook = cook;
        this.dishes = dishes;
        this.queue = queue;
    }

    protected override void Run()
    {
        int i = 0;
        while (i < dishes)
        {
            i++;
            Dish dish = new Dish(cook + "-" + i, false);
            Console.WriteLine(cook + " made " + dish.Title);
            queue.Put(dish);
        }
    }
}

public class Guest : ChildProcess
{
    private readonly string guest;
    private readonly ProcessQueue<Dish> queue;

    public Guest(string guest, ProcessQueue<Dish> queue)
    {
        this.guest = guest;
        this.queue = queue;
    }

    protected override void Run()
    {
        while (true)
        {
            Dish dish = queue.Get();
            if (dish.IsLast)
            {
                queue.Put(dish);
                return;
            }

            Console.WriteLine(guest + " ate " + dish.Title);
        }
    }
}
