using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Web;

/// <summary>The badge of a release: words first, colour beside them.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Style">Its class in the style sheet.</param>
internal sealed record Verdict(LocalText Text, string Style)
{
    public static Verdict Of(Release? release) => release switch
    {
        null => new Verdict(WebTexts.NotPublished, "none"),
        { Complies: false } => new Verdict(WebTexts.DoesNotComply, "bad"),
        { Counts.Warning: > 0 } => new Verdict(WebTexts.CompliesWithWarnings, "warn"),
        _ => new Verdict(WebTexts.Complies, "good"),
    };
}
