using OpenData.Server.Dcat;
using OpenData.Server.Published;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.OpenApi.Reader;

/// <summary>The page that shows OpenAPI documents: of the server, or of one resource.</summary>
internal static class ReaderRoutes
{
    /// <summary>Where it is.</summary>
    public const string Address = "/docs/api";

    private static readonly ParameterDescription Of = new("of", ParameterKind.Text, ReaderTexts.Form);

    public static void MapReaderPage(this IEndpointRouteBuilder app) => app.MapRead(Address, AnswerAsync).Takes(Of);

    /// <summary>The page of a resource's document.</summary>
    public static string AddressOf(string dataset, string resource) => $"{Address}?of={dataset}/{resource}";

    private static async Task<IResult> AnswerAsync(HttpContext context, PublishedDatasets datasets, CatalogIndex index)
    {
        var asked = context.Parameters()[Of.Name];
        var known = await KnownAsync(datasets, index, context.RequestAborted);
        if (string.IsNullOrEmpty(asked))
        {
            return new ReaderPage(null, known);
        }

        if (asked.Split('/') is not [var name, var key])
        {
            return Problem.OfQuery([ParameterTexts.Invalid(Of.Name, asked, ReaderTexts.Form)]);
        }

        return await datasets.FindAsync(name, context.RequestAborted) is not { } dataset ? await datasets.RefusalAsync(name, context.RequestAborted)
            : dataset.Resource(key) is not { } resource ? CatalogTexts.UnknownResource(dataset, key)
            : resource.Current is null ? CatalogTexts.NotPublished(dataset, resource)
            : new ReaderPage($"{name}/{key}", known);
    }

    private static async Task<IReadOnlyList<string>> KnownAsync(PublishedDatasets datasets, CatalogIndex index, CancellationToken cancellation)
    {
        var names = (await index.ReadAsync(cancellation)).Published.Take(ServerLimits.MostDatasets).Select(d => d.Name);
        return [.. (await datasets.FindAsync([.. names], cancellation)).SelectMany(d => d.Resources.Where(r => r.Current is not null).Select(r => $"{d.Name}/{r.Key}"))];
    }
}
