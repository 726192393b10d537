using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Files;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reports;
using OpenData.Server.Rest.Validation;
using OpenData.Server.Web.Auditing;
using OpenData.Server.Web.Giving;

namespace OpenData.Server.Web;

/// <summary>The pages for people: how they are found, styled and reached.</summary>
internal static class PagesSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        var pages = services.AddRazorPages(razor => razor.RootDirectory = "/Web/Pages");
        pages.ConfigureApplicationPartManager(parts =>
        {
            // Whatever executable runs this: the pages are those of this library, and no others.
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(PagesSetup).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(PagesSetup).Assembly));
        });
        services.AddSingleton(HtmlText.Encoder);
        services.AddSingleton<GivenFiles>();
        services.AddScoped<GivingDesk>();
        services.Configure<FormOptions>(form =>
        {
            // The form of a wide dictionary has thousands of inputs; their bytes are bounded by the web server.
            form.ValueCountLimit = ServerLimits.FormInputs;
            form.ValueLengthLimit = (int)ServerLimits.DocumentBytes;
        });
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapRead(SiteStyle.Address, SiteStyle.Answer).Takes();
        app.MapLate("/check", CheckAsync, HttpMethods.Post).Takes();
        app.MapGiving();
        app.MapAuditDownloads();
    }

    /// <summary>The form of the page <c>/check</c>: a file in, its report out.</summary>
    private static async Task<IResult> CheckAsync(HttpContext context, CheckDesk desk, ServerOptions options)
    {
        using var sent = await SentFile.ReceiveAsync(context.Request, options, name: null, takesDictionary: true);
        var (page, refusal) = await ValidationRoutes.CheckAsync(sent, desk, context.RequestAborted);
        return refusal is null ? new ReportBody(page!, ReportFormat.Html) : refusal;
    }
}
