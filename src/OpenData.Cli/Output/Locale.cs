using OpenData.Schemas;

namespace OpenData.Cli.Output;

/// <summary>Chooses the language before anything is parsed, so that help and errors speak it too.</summary>
internal static class Locale
{
    public const string Option = "--lang";

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language of <c>--lang</c>, else of the locale: Thai for <c>th…</c>, English for every other.</summary>
    public static Language Choose(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var asked = Asked(args);
        if (asked is not null)
        {
            return asked == "th" ? Language.Thai : Language.English;
        }

        var locale = Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is not null && locale.StartsWith("th", StringComparison.OrdinalIgnoreCase) ? Language.Thai : Language.English;
    }

    private static string? Asked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == Option && i + 1 < args.Count)
            {
                return args[i + 1];
            }

            if (args[i].StartsWith(Option + "=", StringComparison.Ordinal))
            {
                return args[i][(Option.Length + 1)..];
            }
        }

        return null;
    }
}
