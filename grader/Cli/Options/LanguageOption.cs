using System.CommandLine;
using System.Runtime.InteropServices;
using ExerciseKit.Contract;

namespace ExerciseKit.Cli.Options;

/// <summary>In which language the kit speaks.</summary>
internal sealed class LanguageOption : Option<string?>
{
    /// <summary>Names the language for who wants it without saying so each time.</summary>
    public const string Variable = "KIT_LANG";

    private const string English = "en";
    private const string ChineseName = "zh";

    /// <summary>The low bits of Windows's language numbers that mean Chinese.</summary>
    private const int WindowsLanguageMask = 0x3FF;
    private const int WindowsChinese = 0x04;

    public LanguageOption()
        : base("--lang", "--language")
    {
        Description = $"The language. Default: {Variable}, else the system's.";
        Recursive = true;
        HelpName = "en|zh";
        this.AcceptOnlyFromAmong(English, ChineseName);
    }

    /// <summary>The language that is meant.</summary>
    public Language Of(ParseResult parsed) =>
        (parsed.GetResult(this) is { Errors: var errors } && !errors.Any() ? parsed.GetValue(this) : null) is { } named
            ? Named(named)
            : Default(Environment.GetEnvironmentVariable);

    /// <summary>The language of who names none.</summary>
    /// <param name="variable">Gives an environment variable; null for one that is not set.</param>
    internal static Language Default(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } named)
            return Named(named);
        // As the C library does: the first that says something decides.
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (variable(name) is { Length: > 0 } locale)
                return Named(locale);
        }

        return OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & WindowsLanguageMask) == WindowsChinese ? Language.Chinese : Language.English;
    }

    private static Language Named(string locale) =>
        locale.StartsWith(ChineseName, StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
