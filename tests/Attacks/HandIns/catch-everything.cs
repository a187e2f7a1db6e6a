// attack: catches whatever ends it, and goes on; expect: hang
public static class Spawn
{
    public static void Run(string[] names)
    {
        while (true)
        {
            try
            {
                while (true)
                {
                }
            }
            catch (Exception)
            {
                Console.WriteLine("still here");
            }
            finally
            {
                while (true)
                {
                }
            }
        }
    }

    public static void RunClass(string[] names) => Run(names);
}
