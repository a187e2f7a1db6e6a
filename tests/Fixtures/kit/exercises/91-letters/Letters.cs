public static class Letters
{
    public static string Run(string text) => Post.Send(text);
}
