using OpenData.Schemas;

namespace OpenData.Server.Web.Pages;

/// <summary>The form by which anybody checks a file; <see cref="PagesSetup"/> answers it.</summary>
public sealed class CheckModel : CatalogPage
{
    internal override LocalText Heading => WebTexts.Check;
}
