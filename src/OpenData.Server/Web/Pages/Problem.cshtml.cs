using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Web.Pages;

/// <summary>A refused request as a page.</summary>
public sealed class ProblemModel : CatalogPage
{
    internal override LocalText Heading => Problem.Kind.Title;

    /// <summary>The problem that happened; who opens this page by its address finds that nothing is here.</summary>
    internal Problem Problem { get; private set; } = new(ProblemKinds.NotFound, ProblemTexts.OfStatus(404, "GET", ProblemFace.Page));

    public void OnGet()
    {
        Problem = HttpContext.Items[typeof(Problem)] as Problem ?? Problem;
        Response.StatusCode = Problem.Kind.Status;
    }
}
