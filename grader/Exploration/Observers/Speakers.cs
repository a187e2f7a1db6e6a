using ExerciseKit.Contract;

namespace ExerciseKit.Exploration.Observers;

/// <summary>Who must have said what: for judging the <see cref="Saying"/>s that an observer has gathered.</summary>
public static class Speakers
{
    /// <summary>Whether for each name one child of its own, and nobody else, printed each of the forms once.</summary>
    /// <param name="names">The names, one a child.</param>
    /// <param name="forms">The lines, with <c>{0}</c> for the name.</param>
    public static Func<EquatableArray<Saying>, bool> OneChildEach(IReadOnlyList<string> names, params string[] forms) => sayings =>
    {
        var speakers = new HashSet<string>();
        foreach (var name in names)
        {
            var said = forms.Select(form => sayings.Where(s => s.Text == string.Format(form, name)).ToList()).ToList();
            if (said.Any(s => s.Count != 1) || said.Select(s => s[0].Agent).Distinct().Count() != 1)
                return false;
            speakers.Add(said[0][0].Agent);
        }

        return sayings.Count == names.Count * forms.Length
            && speakers.Count == names.Count
            && !speakers.Contains(Names.Root);
    };
}
