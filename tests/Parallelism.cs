// Fixtures run two at once, one a core of the smallest machine; those that look at the whole machine or change the
// test process itself (its environment, its console) say NonParallelizable.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
