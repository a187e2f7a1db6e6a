using ExerciseKit.Contract;
using ExerciseKit.Service.Data.Rows;

namespace ExerciseKit.Service.Web.Markup;

/// <summary>What every page is made with: for whom, in which language and whose hours.</summary>
/// <param name="Language">The language.</param>
/// <param name="Person">Who looks at it; null where nobody is signed in.</param>
/// <param name="Zone">Whose hours times are shown in.</param>
/// <param name="IsZoneKnown">Whether that was said; else the browser puts its own.</param>
/// <param name="Form">The hidden field that every form carries.</param>
/// <param name="Here">The page's own path and query, without a language.</param>
/// <param name="HidesNames">Whether a teacher marks without names.</param>
internal sealed record Page(Language Language, PersonRow? Person, TimeZoneInfo Zone, bool IsZoneKnown, Html Form, string Here, bool HidesNames)
{
    /// <summary>What is told above the page, once; null for nothing.</summary>
    public LocalizedText? Notice { get; init; }

    public string Say(string en, string zh) => Language.Say(en, zh);

    public string Say(LocalizedText text) => text.In(Language);
}
