using Microsoft.AspNetCore.Mvc;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Web;

/// <summary>A page on which anybody may send something; what was refused is shown above the form, with what was typed.</summary>
public abstract class OpenPage : CatalogPage
{
    /// <summary>The field that people do not see and programs fill.</summary>
    internal const string Trap = "website";

    /// <summary>What was refused, or null.</summary>
    internal Problem? Refusal { get; private protected set; }

    /// <summary>What was typed, shown again where it was refused.</summary>
    internal string Typed { get; private protected set; } = "";

    /// <summary>True where a program has filled in what people do not see: it is thanked, and nothing is kept.</summary>
    private protected bool IsTrapped => Request.HasFormContentType && !string.IsNullOrEmpty(Request.Form[Trap]);

    /// <summary>Answers with the page, by the status of what was refused.</summary>
    private protected IActionResult Show()
    {
        Response.StatusCode = Refusal?.Kind.Status ?? StatusCodes.Status200OK;
        return Page();
    }
}
