using ExerciseKit.Cli.Options;
using ExerciseKit.Contract;

namespace ExerciseKit.Tests.Cli;

public sealed class LanguageOptionTests
{
    [TestCase(Language.English)]
    [TestCase(Language.Chinese, "KIT_LANG=zh", "LANG=en_US.UTF-8")]
    [TestCase(Language.English, "KIT_LANG=en", "LANG=zh_CN.UTF-8")]
    [TestCase(Language.Chinese, "LANG=zh_CN.UTF-8")]
    [TestCase(Language.English, "LC_ALL=C", "LANG=zh_CN.UTF-8")]
    [TestCase(Language.Chinese, "LC_MESSAGES=zh_TW", "LANG=de_DE")]
    [TestCase(Language.English, "LANG=de_DE.UTF-8")]
    public void The_language_is_the_kits_variable_else_the_systems(Language expected, params string[] environment)
    {
        var variables = environment.Select(e => e.Split('=')).ToDictionary(e => e[0], e => e[1]);

        Assert.That(LanguageOption.Default(variables.GetValueOrDefault), Is.EqualTo(expected));
    }
}
