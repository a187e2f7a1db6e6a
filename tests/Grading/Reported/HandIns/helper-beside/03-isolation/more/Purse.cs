internal static class Purse
{
    internal static void Fill(int value) => Isolation.Money = value;
}
