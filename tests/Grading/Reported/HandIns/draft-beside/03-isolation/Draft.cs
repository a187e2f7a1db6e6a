public static class Isolation
{
    // TODO
}
