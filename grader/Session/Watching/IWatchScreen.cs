namespace ExerciseKit.Session.Watching;

/// <summary>Where a watch session is seen.</summary>
public interface IWatchScreen
{
    /// <summary>How many lines a view has room for, for paging.</summary>
    int PageLines { get; }

    /// <summary>Shows the session as it is now.</summary>
    void Show(WatchState state);
}
