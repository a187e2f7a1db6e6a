using System.CommandLine;
using System.Globalization;

namespace ExerciseKit.Cli.Options;

/// <summary>What every random choice is seeded with.</summary>
internal sealed class SeedOption : Option<int>
{
    private const int Default = 1;

    public SeedOption()
        : base("--seed")
    {
        Description = "Seeds every random choice.";
        HelpName = "N";
        DefaultValueFactory = _ => Default;
        CustomParser = parsed =>
        {
            var text = parsed.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed))
                return seed;
            parsed.AddError($"--seed {text} is no whole number from {int.MinValue} to {int.MaxValue}.");
            return Default;
        };
    }
}
