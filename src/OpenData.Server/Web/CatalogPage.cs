using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Schemas;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Web;

/// <summary>What every page has: a language, remembered in a cookie once it was chosen, and a way to refuse.</summary>
public abstract class CatalogPage : PageModel
{
    /// <summary>A year: a choice of language is not made twice.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>The language of the page.</summary>
    internal Language Language => AskedLanguage.Of(HttpContext);

    /// <summary>The text in the language of the page.</summary>
    internal string Say(LocalText text) => text.In(Language);

    /// <summary>The address of this page in another language.</summary>
    internal string In(Language language)
    {
        var kept = Request.Query.Where(q => q.Key != AskedLanguage.Name).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}");
        // A problem's page stands in for the page that was asked for.
        var path = HttpContext.Items[typeof(ProblemFace)] as PathString? ?? Request.Path;
        return Request.PathBase + path + "?" + string.Join('&', kept.Append($"{AskedLanguage.Name}={AskedLanguage.Tag(language)}"));
    }

    /// <summary>Marks the menu's link to this page; null, which leaves the attribute out, for the others.</summary>
    internal string? Current(string path) => Request.Path == path ? "page" : null;

    /// <summary>A dataset's owner by the name its form gives, or by its slug.</summary>
    internal string Owner(Dataset dataset) =>
        dataset.Form.Organization is { Title.IsEmpty: false } organization ? Say(organization.Title) : dataset.Organization;

    /// <summary>The mean rating of a dataset, in words.</summary>
    internal string MeanText(FeedbackCounts counts) => counts.Ratings.Mean is { } mean
        ? string.Format(CultureInfo.InvariantCulture, Say(FeedbackWords.Rating), mean.ToString("0.##", CultureInfo.InvariantCulture), Count(counts.Ratings.Count))
        : Say(FeedbackWords.NoRating);

    /// <summary>A column by its label, or by its header where the dictionary gives none.</summary>
    internal string Label(DictionaryColumn column) => column.Label.IsEmpty ? column.Header : Say(column.Label);

    /// <summary>A count as people read it: 12,345.</summary>
    internal static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What the page is called, in its heading and in the browser's tab.</summary>
    internal abstract LocalText Heading { get; }

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            // A form that no handler of the page takes: without one the page would have nothing to show.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }

        if (AskedLanguage.Parse(Request.Query[AskedLanguage.Name]) is { } chosen)
        {
            Response.Cookies.Append(AskedLanguage.Name, AskedLanguage.Tag(chosen), new CookieOptions { MaxAge = Remembered, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        }

        Response.Headers.ContentLanguage = AskedLanguage.Tag(Language);
        Validators.Keep(HttpContext);
    }

    /// <summary>Refuses as the JSON interface does; the face of problems makes it a page.</summary>
    internal IActionResult Refuse(Problem problem)
    {
        HttpContext.Items[typeof(Problem)] = problem;
        return new StatusCodeResult(problem.Kind.Status);
    }
}
