using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Web;

/// <summary>A page for those who have signed in; others are sent to do so, and come back.</summary>
public abstract class WorkPage : CatalogPage
{
    /// <summary>Who asks.</summary>
    internal Caller Caller => HttpContext.Caller();

    /// <summary>What was refused, shown above the page; null where nothing was.</summary>
    internal Problem? Refusal { get; set; }

    /// <summary>True where the page is for this caller.</summary>
    private protected virtual bool IsOpenTo(Caller caller) => caller.IsKnown;

    /// <summary>What is said to somebody for whom the page is not.</summary>
    private protected virtual LocalText Closed => AccessTexts.AdminOnly;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        base.OnPageHandlerExecuting(context);
        Response.Headers.CacheControl = "private, no-store";
        if (IsOpenTo(Caller))
        {
            return;
        }

        context.Result = Caller switch
        {
            { IsKnown: true } => Refuse(new Problem(ProblemKinds.Forbidden, Closed)),
            { Account: not null } => LocalRedirect("/account"),
            _ => LocalRedirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path)),
        };
    }
}
