using Microsoft.AspNetCore.ResponseCompression;
using OpenData.Registry;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Published;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Rest.Usage;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Dcat;

/// <summary>The catalog as linked data: whole, by dataset, and the vocabulary of its forms.</summary>
internal static class DcatRoutes
{
    private const string Html = "text/html";

    public static void AddDcat(this IServiceCollection services)
    {
        services.AddSingleton<CatalogIndex>();
        services.AddSingleton<Listings.PlainDatasets>();
        services.AddSingleton<OfferedEndpoints>();
        services.AddSingleton<CatalogPages>();
        services.Configure<ResponseCompressionOptions>(compression => compression.MimeTypes =
            [.. compression.MimeTypes, .. RdfFormat.All.Select(f => f.MediaType).Distinct(), Listings.AtomFeed.MediaType]);
    }

    public static void MapDcat(this IEndpointRouteBuilder app)
    {
        app.MapRead("/catalog", CatalogAsync).Takes(PageRequest.Parameters).Tells(DcatOperations.Catalog);
        app.MapRead("/catalog.{suffix}", CatalogAsync).Takes(PageRequest.Parameters).Tells(DcatOperations.CatalogAs);
        app.MapRead("/dataset/{name}", DatasetAsync).Takes().Tells(DcatOperations.Dataset);
        app.MapRead("/dataset/{name}/resource/{id}", ResourceAsync).Takes().Tells(DcatOperations.Resource);
        app.MapRead("/vocabulary", Vocabulary).Takes().Tells(DcatOperations.Vocabulary);
        app.MapRead("/vocabulary.{suffix}", Vocabulary).Takes().Tells(DcatOperations.VocabularyAs);
    }

    private static async Task<IResult> CatalogAsync(HttpContext context, string? suffix, CatalogPages pages, OfferedEndpoints services, IDataStore store)
    {
        var (format, answer) = Choose(context.Request, suffix, "/");
        if (format is null)
        {
            return answer!;
        }

        var (request, refusal) = PageRequest.Read(context.Parameters());
        if (refusal is not null)
        {
            return refusal;
        }

        var root = context.PublicRoot();
        var slice = await pages.ReadAsync(request!, $"{root}/catalog.{format.Suffix}", context.RequestAborted);
        var graph = (await DescribeAsync(root, services, store, context.RequestAborted)).Add(slice).Graph;
        return WholeAnswer.Of(graph, format, slice.Modified);
    }

    private static async Task<IResult> DatasetAsync(HttpContext context, string name, PublishedDatasets datasets, CatalogIndex index, OfferedEndpoints services, IDataStore store)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (asked, suffix) = dot < 0 ? (name, null) : (name[..dot], name[(dot + 1)..]);
        var known = (await index.ReadAsync(context.RequestAborted)).NameOf(asked);
        if (known is null || await datasets.FindAsync(known, context.RequestAborted) is not { } dataset)
        {
            return await datasets.RefusalAsync(known ?? asked, context.RequestAborted);
        }

        var (format, answer) = Choose(context.Request, suffix, $"/datasets/{dataset.Name}");
        if (format is null)
        {
            return answer!;
        }

        context.Uses(dataset.Name);
        var root = context.PublicRoot();
        context.Response.Headers.ContentLocation = $"{root}/dataset/{dataset.Id}.{format.Suffix}";
        var graph = (await DescribeAsync(root, services, store, context.RequestAborted)).Add(dataset).Graph;
        return WholeAnswer.Of(graph, format, DatasetDescription.LastChange(dataset));
    }

    /// <summary>A distribution is described where its dataset is.</summary>
    private static async Task<IResult> ResourceAsync(HttpContext context, string name, string id, PublishedDatasets datasets, CatalogIndex index)
    {
        var known = (await index.ReadAsync(context.RequestAborted)).NameOf(name);
        if (known is null || await datasets.FindAsync(known, context.RequestAborted) is not { } dataset)
        {
            return await datasets.RefusalAsync(known ?? name, context.RequestAborted);
        }

        var resource = dataset.Resources.FirstOrDefault(r => r.Key == id || r.Id.ToString() == id);
        return resource is null ? CatalogTexts.UnknownResource(dataset, id) : SeeOther($"{context.Request.PathBase}/dataset/{dataset.Id}");
    }

    private static IResult Vocabulary(HttpContext context, string? suffix)
    {
        var (format, answer) = Choose(context.Request, suffix, null);
        return format is null ? answer! : WholeAnswer.Of(FormVocabulary.Describe(context.PublicRoot()), format);
    }

    private static async Task<CatalogDescription> DescribeAsync(string root, OfferedEndpoints services, IDataStore store, CancellationToken cancellation)
    {
        var organizations = await store.Registry.ListOrganizationsAsync(cancellation);
        return new CatalogDescription(root, organizations.ToDictionary(o => o.Name, StringComparer.Ordinal), services.Present);
    }

    /// <summary>The notation by suffix, else by <c>Accept</c>; people are sent to <paramref name="page"/>.</summary>
    private static (RdfFormat? Format, IResult? Answer) Choose(HttpRequest request, string? suffix, string? page)
    {
        if (suffix is not null)
        {
            return RdfFormat.All.FirstOrDefault(f => f.Suffix == suffix) is { } named ? (named, null) : (null, DcatTexts.UnknownSuffix(suffix, RdfFormat.All.Select(f => "." + f.Suffix)));
        }

        IReadOnlyList<string> offers = [.. RdfFormat.All.Select(f => f.MediaType).Distinct(), .. page is null ? [] : new[] { Html }];
        return Accepted.Best(request, offers, o => o) switch
        {
            null => (null, new Problem(ProblemKinds.NotAcceptable, RowFormatTexts.NotAcceptable(offers))),
            Html => (null, SeeOther(request.PathBase + page!)),
            var chosen => (RdfFormat.All.First(f => f.MediaType == chosen), null),
        };
    }

    private static SeeOtherAnswer SeeOther(string address) => new(address);

    /// <summary>The page or document about what was asked for, which is not that thing itself.</summary>
    private sealed class SeeOtherAnswer(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Validators.Keep(httpContext);
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
