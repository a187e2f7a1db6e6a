// expect: wrong verdict=violation check=ends-at-zero line=4
public static class SharedCounter
{
    public static int Run(int workers) => workers - workers;
}
