public static class Post { public static string Send(string text) => throw new NotImplementedException(); }
