using System.Globalization;

namespace OpenData.Publishing.Verification;

/// <summary>What is found about one object: the first are kept, all are counted.</summary>
internal sealed class Discrepancies(string name)
{
    private readonly List<Discrepancy> kept = [];
    private long more;

    public void Add(Discrepancy found)
    {
        if (kept.Count < VerificationLimits.Told)
        {
            kept.Add(found);
        }
        else
        {
            more++;
        }
    }

    /// <summary>Those kept, and how many were not.</summary>
    public IEnumerable<Discrepancy> All() => more == 0
        ? kept
        : kept.Append(new Discrepancy(DiscrepancyCodes.MoreLike, name) { Found = more.ToString(CultureInfo.InvariantCulture) });

    /// <summary>A value as it is shown: cut.</summary>
    public static string Cut(string text) => text.Length <= VerificationLimits.Shown ? text : string.Concat(text.AsSpan(0, VerificationLimits.Shown), "…");
}
