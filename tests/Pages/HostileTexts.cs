namespace ExerciseKit.Tests.Pages;

/// <summary>Texts by which a hand-in could try to become part of a page that shows it.</summary>
internal static class HostileTexts
{
    /// <summary>What a script that ran would leave behind.</summary>
    public const string Trace = "hostileTextRan";

    private const string Run = "globalThis." + Trace + "=1";

    public static IReadOnlyList<string> All { get; } =
    [
        $"<script>{Run}</script>",
        $"</script><script>{Run}</script>",
        $"</script ><img src=x onerror={Run}>",
        $"<img src=x onerror=\"{Run}\">",
        $"<svg onload={Run}>",
        $"<svg><script>{Run}</script></svg>",
        $"<!--<script>{Run}//-->",
        $"\" onmouseover=\"{Run}\" x=\"",
        $"' onfocus='{Run}' autofocus='",
        $"javascript:{Run}",
        $"<a href=\"javascript:{Run}\">click</a>",
        $"<iframe srcdoc=\"<script>parent.{Trace}=1</script>\"></iframe>",
        $"<style>*{{display:none}}</style><base href=//x><meta http-equiv=refresh content=0>",
        $"${{{Run}}}`);{Run}//",
        $"\\u003cscript\\u003e{Run}\\u003c/script\\u003e",
        $"&lt;script&gt;{Run}&lt;/script&gt;&#60;b&#62;",
        $"]]><script>{Run}</script><![CDATA[",
        $"<template><script>{Run}</script></template><noscript><p title=\"</noscript><img src=x onerror={Run}>\">",
        $"\u202e{Run}\u2066\u200b\ufeff\u2028\u0000\u0007\u001b[31m",
        $"__proto__\",\"constructor\":{{\"prototype\":1}}",
        $"{{{{constructor.constructor('{Run}')()}}}}",
        string.Concat(Enumerable.Repeat("wide", 200)) + "\n\n\n" + new string('<', 300),
        "\ud83d\ude00\ud83c\udffd\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 \uff1cscript\uff1e 表情",
    ];
}
