using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Registry;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Published;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Dcat.Listings;

/// <summary>The lists of the catalog that others read regularly: DCAT-US, CKAN's DCAT JSON, the feed of changes, and what search engines ask for.</summary>
internal static class ListingRoutes
{
    private const string XmlType = "application/xml; charset=utf-8";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly string[] ForPeopleWithWork = ["/work", "/account", "/people", "/sign-in"];

    public static void MapListings(this IEndpointRouteBuilder app)
    {
        app.MapRead("/data.json", DataAsync).Takes().Tells(DcatOperations.DataJson);
        app.MapRead("/dcat.json", DcatAsync).Takes(PageRequest.Parameters).Tells(DcatOperations.DcatJson);
        app.MapRead("/feed.atom", FeedAsync).Takes(PageRequest.Paged).Tells(DcatOperations.Feed);
        app.MapRead("/sitemap.xml", SiteMapAsync).Takes().Tells(DcatOperations.SiteMap);
        app.MapRead("/sitemap-{number:int:min(1)}.xml", SiteMapPartAsync).Takes().Tells(DcatOperations.SiteMapPart);
        app.MapRead("/robots.txt", Robots).Takes().Tells(DcatOperations.Robots);
    }

    /// <summary>The whole catalog, which DCAT-US wants in one file; it is written a batch at a time, so that it may be of any length.</summary>
    private static async Task DataAsync(HttpContext context, PlainDatasets datasets, CatalogIndex index)
    {
        var cancellation = context.RequestAborted;
        var content = await index.ReadAsync(cancellation);
        var addresses = new CatalogAddresses(context.PublicRoot());
        if (Validators.IsKnown(context, $"data.json {content.Stamp} {addresses.Root} {content.Modified:O}", content.Modified))
        {
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld");
        json.WriteString("@id", addresses.Root + "/data.json");
        json.WriteString("@type", "dcat:Catalog");
        json.WriteString("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
        json.WriteString("describedBy", "https://project-open-data.cio.gov/v1.1/schema/catalog.json");
        json.WriteStartArray("dataset");
        foreach (var part in content.Published.Chunk(CatalogPages.PerPage))
        {
            foreach (var one in await datasets.WriteAsync(part, addresses, cancellation))
            {
                json.WriteRawValue(one, skipInputValidation: true);
            }

            await json.FlushAsync(cancellation);
            await context.Response.BodyWriter.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>A page of the catalog as a bare array; behind the last page there is an empty one, where CKAN's harvester stops.</summary>
    private static async Task<IResult> DcatAsync(HttpContext context, CatalogPages pages, IDataStore store)
    {
        var (request, refusal) = PageRequest.Read(context.Parameters());
        if (refusal is not null)
        {
            return refusal;
        }

        var addresses = new CatalogAddresses(context.PublicRoot());
        var slice = await pages.ReadAsync(request!, addresses.Root + "/dcat.json", context.RequestAborted);
        var dataset = new PlainDataset(addresses, await OrganizationsAsync(store, context.RequestAborted));
        var body = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartArray();
            foreach (var one in slice.Datasets)
            {
                dataset.Write(json, one);
            }

            json.WriteEndArray();
        }

        return new WholeAnswer(body.WrittenSpan.ToArray(), "application/json; charset=utf-8", slice.Modified) { Link = slice.Paging?.Next is { } next ? $"<{next}>; rel=\"next\"" : null };
    }

    private static async Task<IResult> FeedAsync(HttpContext context, PublishedDatasets published, CatalogIndex index)
    {
        var given = context.Parameters()["page"];
        var page = 1;
        if (given is not null && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
        {
            return Problem.OfQuery([ParameterTexts.Invalid("page", given, DcatTexts.PageNumber)]);
        }

        var content = await index.ReadAsync(context.RequestAborted);
        var entries = content.All.OrderByDescending(d => d.Modified).ThenBy(d => d.Name, StringComparer.Ordinal).Skip((int)Math.Min((page - 1L) * AtomFeed.PerPage, int.MaxValue)).Take(AtomFeed.PerPage).ToList();
        var datasets = await published.FindAsync([.. entries.Where(e => !e.IsWithdrawn).Select(e => e.Name)], context.RequestAborted);
        var last = Math.Max(1, (content.All.Count + AtomFeed.PerPage - 1) / AtomFeed.PerPage);
        var feed = new AtomFeed(new CatalogAddresses(context.PublicRoot()), AskedLanguage.Of(context));
        var body = feed.Write(entries, datasets.ToDictionary(d => d.Name, StringComparer.Ordinal), page, last, content.Modified);
        return new WholeAnswer(body, AtomFeed.MediaType + "; charset=utf-8", content.Modified);
    }

    private static async Task<IResult> SiteMapAsync(HttpContext context, CatalogIndex index)
    {
        var root = context.PublicRoot();
        var content = await index.ReadAsync(context.RequestAborted);
        var pages = SiteMap.Of(root, content);
        var body = pages.Count <= SiteMap.PerFile ? SiteMap.Write(pages) : SiteMap.WriteIndex(root, (pages.Count + SiteMap.PerFile - 1) / SiteMap.PerFile);
        return new WholeAnswer(body, XmlType, content.Modified);
    }

    private static async Task<IResult> SiteMapPartAsync(HttpContext context, int number, CatalogIndex index)
    {
        var content = await index.ReadAsync(context.RequestAborted);
        var part = SiteMap.Of(context.PublicRoot(), content).Chunk(SiteMap.PerFile).ElementAtOrDefault(number - 1);
        return part is null ? TypedResults.NotFound() : new WholeAnswer(SiteMap.Write(part), XmlType, content.Modified);
    }

    private static WholeAnswer Robots(HttpContext context)
    {
        var text = new StringBuilder("User-agent: *\n");
        foreach (var path in ForPeopleWithWork)
        {
            text.Append("Disallow: ").Append(path).Append('\n');
        }

        text.Append("Sitemap: ").Append(context.PublicRoot()).Append("/sitemap.xml\n");
        return new WholeAnswer(Encoding.UTF8.GetBytes(text.ToString()), "text/plain; charset=utf-8");
    }

    private static async Task<IReadOnlyDictionary<string, Organization>> OrganizationsAsync(IDataStore store, CancellationToken cancellation) =>
        (await store.Registry.ListOrganizationsAsync(cancellation)).ToDictionary(o => o.Name, StringComparer.Ordinal);
}
