namespace OpenData.Rules.Privacy;

/// <summary>Tells numbers that carry a check digit from numbers of which one in ten has a right one by chance.</summary>
internal static class Chance
{
    /// <summary>The share of any 13 digits whose last is right.</summary>
    private const double RightByChance = 0.1;

    /// <summary>Fewer right ones than this among many are not a column of ids, however sure it is that they are not chance alone.</summary>
    private const double LeastShare = 0.3;

    /// <summary>How seldom chance may do it: once in a thousand columns.</summary>
    private const double Doubt = 0.001;

    /// <summary>True where <paramref name="right"/> of <paramref name="all"/> are more than chance would give.</summary>
    public static bool Excludes(int right, int all) => right > 0 && right >= all * LeastShare && (all > 100 || Tail(right, all) <= Doubt + 1e-9);

    /// <summary>True where a share is told that is far above chance, whatever the number.</summary>
    public static bool IsShare(int right, int all) => right > 0 && right >= all * LeastShare;

    /// <summary>The probability of <paramref name="right"/> or more by chance.</summary>
    private static double Tail(int right, int all)
    {
        var term = Math.Pow(1 - RightByChance, all);
        var below = 0.0;
        for (var k = 0; k < right; k++)
        {
            below += term;
            term *= (all - k) / (k + 1.0) * RightByChance / (1 - RightByChance);
        }

        return 1 - below;
    }
}
