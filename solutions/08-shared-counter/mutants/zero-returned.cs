// expect: wrong verdict=violation check=ends-at-zero
public static class SharedCounter
{
    public static int Run(int workers) => workers - workers;
}
