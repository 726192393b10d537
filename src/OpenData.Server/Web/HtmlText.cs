using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpenData.Server.Web;

/// <summary>How Razor encodes text: Thai stays readable in the source, what HTML could mistake does not.</summary>
internal static class HtmlText
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
}
