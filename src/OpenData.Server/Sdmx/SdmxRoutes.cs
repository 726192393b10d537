using System.Text;
using System.Xml;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Usage;
using OpenData.Server.Sdmx.Data;
using OpenData.Server.Sdmx.Structure;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Sdmx;

/// <summary>The SDMX face: structures and data of statistical tables by SDMX REST 2, the interface of SDMX 3.0.</summary>
internal static class SdmxRoutes
{
    private static readonly string[] Types = ["codelist", "conceptscheme", "dataflow", "datastructure"];
    private static readonly string[] StructureParameters = ["detail", "references", "lang"];

    public static void AddSdmx(this IServiceCollection services) => services.AddScoped<SdmxCatalog>();

    public static void MapSdmx(this IEndpointRouteBuilder routes)
    {
        var sdmx = routes.MapGroup("/sdmx/3.0");
        sdmx.MapRead("/structure/{type?}/{agency?}/{id?}/{version?}", StructureAsync).Tells(SdmxOperations.Structure);
        sdmx.MapRead("/data/{context?}/{agency?}/{id?}/{version?}/{key?}", DataAsync).Tells(SdmxOperations.Data);
    }

    private static async Task<IResult> StructureAsync(HttpContext context, SdmxCatalog catalog, ServerOptions options, string? type, string? agency, string? id, string? version)
    {
        type ??= "*";
        if (type != "*" && !Types.Contains(type))
        {
            return SdmxError.NotImplemented(SdmxTexts.UnknownType(type));
        }

        if (context.Request.Query.Keys.FirstOrDefault(k => !StructureParameters.Contains(k)) is { } unknown)
        {
            return SdmxError.Syntax(SdmxTexts.UnknownParameter(unknown, StructureParameters));
        }

        if (SdmxMedia.Choose(context.Request, SdmxMedia.StructureXml) is null)
        {
            return SdmxError.NotAcceptable(SdmxTexts.NotAcceptable([SdmxMedia.StructureXml]));
        }

        var flows = await catalog.FindAsync(agency, Owner(type, id), version, context.RequestAborted);
        if (flows.Count == 0)
        {
            return SdmxError.NotFound(SdmxTexts.NoStructure($"{agency ?? "*"}:{id ?? "*"}({version ?? "~"})"));
        }

        // A list of everything is about no dataset, even where there is one alone.
        if (flows is [var only] && id is not (null or "*"))
        {
            context.Uses(only.Dataset, only.Resource);
        }

        return new StructureAnswer([.. flows.Select(f => f.Structure)], Wanted(type, context.Request.Query["references"]), type == "codelist" && id is not (null or "*") ? id : null, options.Clock.GetUtcNow());
    }

    private static async Task<IResult> DataAsync(HttpContext context, SdmxCatalog catalog, IDataStore store, ServerOptions options, string? agency, string? id, string? version, string? key)
    {
        var kind = (string?)context.Request.RouteValues["context"] ?? "*";
        if (kind is not ("*" or "dataflow" or "datastructure"))
        {
            return SdmxError.NotImplemented(SdmxTexts.UnknownContext(kind));
        }

        if (SdmxMedia.Choose(context.Request, SdmxMedia.DataJson, SdmxMedia.DataCsv) is not var (format, range))
        {
            return SdmxError.NotAcceptable(SdmxTexts.NotAcceptable([SdmxMedia.DataJson, SdmxMedia.DataCsv]));
        }

        var flows = await catalog.FindAsync(agency, id, version, context.RequestAborted);
        if (flows.Count != 1)
        {
            return flows.Count == 0 ? SdmxError.NotFound(SdmxTexts.NoStructure($"{agency ?? "*"}:{id ?? "*"}({version ?? "*"})")) : SdmxError.NotImplemented(SdmxTexts.OneFlow);
        }

        context.Uses(flows[0].Dataset, flows[0].Resource);
        var (request, error) = DataRequest.Read(context.Request, flows[0].Structure, key);
        return error is not null ? error : new DataAnswer(flows[0], request!, store.Rows, format, range, options.Clock.GetUtcNow());
    }

    /// <summary>The id of the dataflow that an id of another artefact belongs to.</summary>
    private static string? Owner(string type, string? id) => type switch
    {
        "conceptscheme" when id?.StartsWith("CS_", StringComparison.Ordinal) == true => id[3..],
        "codelist" when id?.StartsWith("CL_", StringComparison.Ordinal) == true => CodelistOwner(id[3..]),
        _ => id,
    };

    /// <summary>Names of datasets have no capitals, ids of components no small letters: the first capital begins the component's.</summary>
    private static string CodelistOwner(string id)
    {
        var end = id.AsSpan().IndexOfAnyInRange('A', 'Z');
        return end < 0 ? id : id[..end].TrimEnd('_');
    }

    private static HashSet<string> Wanted(string type, string? references) => type == "*" || references is "all" or "descendants" or "children"
        ? [.. Types]
        : [type, .. (references ?? "").Split(',').Where(Types.Contains)];
}

/// <summary>Structures on the wire.</summary>
internal sealed class StructureAnswer(IReadOnlyList<DataStructure> structures, IReadOnlySet<string> wanted, string? codelist, DateTimeOffset now) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = SdmxMedia.StructureXml + "; charset=utf-8";
        var identity = string.Join(' ', structures.Select(s => s.Reference)) + string.Join(',', wanted.Order(StringComparer.Ordinal)) + codelist;
        if (Validators.IsKnown(httpContext, identity))
        {
            httpContext.Response.ContentType = null;
            return;
        }

        using var held = new MemoryStream();
        using (var xml = XmlWriter.Create(held, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            new StructureXml(xml, codelist).Write(structures, wanted, Sender(httpContext), now);
        }

        httpContext.Response.ContentLength = held.Length;
        await httpContext.Response.Body.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), httpContext.RequestAborted);
    }

    /// <summary>Who sends a message: the server's host, as an id.</summary>
    public static string Sender(HttpContext context)
    {
        var host = new Uri(context.PublicRoot()).Host;
        return "host-" + string.Concat(host.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
    }
}

/// <summary>Data on the wire, written as it is read.</summary>
internal sealed class DataAnswer(Dataflow flow, DataRequest request, IRowStore store, string format, Microsoft.Net.Http.Headers.MediaTypeHeaderValue? range, DateTimeOffset now) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellation = httpContext.RequestAborted;
        var (labels, keys) = (Choice("labels"), Choice("keys"));
        httpContext.Response.ContentType = format + (format == SdmxMedia.DataCsv ? $"; labels={labels}; keys={keys}; charset=utf-8" : "; charset=utf-8");
        var language = AskedLanguage.Of(httpContext);
        if (Validators.IsKnown(httpContext, $"{flow.Release.Sha256} {flow.Structure.Reference} {TextOrder.Edition} {httpContext.Response.ContentType} {language} {httpContext.Request.QueryString} {httpContext.Request.Path}", flow.Release.Published))
        {
            httpContext.Response.ContentType = null;
            return;
        }

        if (await store.CountAsync(flow.Release, request.Where, cancellation) is var count && (count <= request.Offset || request.Limit == 0))
        {
            // An empty but healthy state, says the standard.
            httpContext.Response.ContentType = null;
            httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            await httpContext.Response.StartAsync(cancellation);
            return;
        }

        await using var rows = await store.QueryAsync(flow.Release, Query(), cancellation);
        if (format == SdmxMedia.DataCsv)
        {
            await new SdmxCsv(flow.Structure, request.Components, labels, keys, language).WriteAsync(httpContext.Response.Body, rows, cancellation);
            return;
        }

        await new SdmxJson(flow.Structure, request, language, httpContext.PublicRoot()).WriteAsync(httpContext.Response.BodyWriter, rows, StructureAnswer.Sender(httpContext), now, cancellation);
    }

    /// <summary>Every component is read, since keys are made of dimensions that may not be written; series need the order of their dimensions.</summary>
    private RowQuery Query() => new()
    {
        Select = [.. flow.Structure.Components.Select(c => c.Column)],
        Where = request.Where,
        Order = request.Series && format == SdmxMedia.DataJson ? [.. flow.Structure.Dimensions.Select(d => new Sort(d.Column, false))] : [],
        Offset = request.Offset,
        Limit = request.Limit,
    };

    private string Choice(string parameter) =>
        SdmxMedia.Parameter(range, parameter) is { } asked && SdmxCsv.Choices(parameter).Contains(asked) ? asked : SdmxCsv.Choices(parameter)[0];
}
