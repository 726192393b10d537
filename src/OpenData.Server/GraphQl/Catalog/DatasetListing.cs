using OpenData.GraphQL.Execution;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.GraphQl.Shared;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Search;
using OpenData.Store.Search;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>A page of datasets that was asked for. What the store can order and filter itself costs one statement; the rest looks through the catalog.</summary>
internal sealed record DatasetListing(string? Search, DatasetConditions Where, DatasetOrder Order, int First, DatasetCursor? After)
{
    /// <summary>Reads the arguments of a field.</summary>
    public static DatasetListing Of(Arguments arguments, Language language)
    {
        var first = arguments.Get<int?>("first") ?? ServerLimits.DefaultDatasets;
        if (first is < 0 or > ServerLimits.MostDatasets)
        {
            throw CatalogFieldTexts.TooMany(language, "first", first, ServerLimits.MostDatasets);
        }

        var order = DatasetOrder.Of(arguments["order"] as IReadOnlyList<object?>);
        var after = arguments.Get<string>("after");
        var cursor = after is null ? null : DatasetCursor.Read(after, order) ?? throw CatalogFieldTexts.WrongCursor(language);
        return new DatasetListing(arguments.Get<string>("search"), DatasetConditions.Of(arguments["where"] as IReadOnlyDictionary<string, object?>), order, first, cursor);
    }

    /// <summary>The pages, for one parent or for many: many are read together, however many there are.</summary>
    public static async Task<IReadOnlyList<object?>> PagesAsync(GraphQlCall call, IReadOnlyList<DatasetListing> listings)
    {
        if (listings is [var only])
        {
            return [await only.PageAsync(call)];
        }

        var slices = new List<(DatasetListing Listing, IReadOnlyList<string> Names, int Before, int Total)>();
        foreach (var listing in listings)
        {
            slices.Add(await listing.SliceAsync(call));
        }

        var found = (await call.Catalog.FindAsync([.. slices.SelectMany(s => s.Names).Distinct(StringComparer.Ordinal)], call.Http.RequestAborted)).ToDictionary(d => d.Name, StringComparer.Ordinal);
        return [.. slices.Select(s => s.Listing.Page(call, [.. s.Names.Select(found.GetValueOrDefault).OfType<Dataset>()], s.Total, s.Before + s.Names.Count < s.Total, s.Before > 0))];
    }

    private async Task<DatasetPageNode> PageAsync(GraphQlCall call)
    {
        if (Order.IsByName && !Where.NeedsSweep && Search is null)
        {
            var page = await call.Catalog.ListAsync(null, Where.Organization, After?.Name, First, call.Http.RequestAborted);
            return Page(call, page.Items, page.Total, page.More, After is not null);
        }

        var (_, names, before, total) = await SliceAsync(call);
        var datasets = await call.Catalog.FindAsync(names, call.Http.RequestAborted);
        return Page(call, datasets, total, before + names.Count < total, before > 0);
    }

    /// <summary>The names on the page, and how many match before it and in all.</summary>
    private async Task<(DatasetListing Listing, IReadOnlyList<string> Names, int Before, int Total)> SliceAsync(GraphQlCall call)
    {
        var matching = Order.Sort(await MatchingAsync(call));
        var before = After is null ? 0 : matching.TakeWhile(d => Order.Compare(d, After.Facts) <= 0).Count();
        return (this, [.. matching.Skip(before).Take(First).Select(d => d.Name)], before, matching.Count);
    }

    private string? Words(GraphQlCall call) =>
        Search is not null && (Search.Contains('\0', StringComparison.Ordinal) || FoldedText.Words(Search).Count > SearchLimits.Words)
            ? throw call.Refused(Problem.OfQuery([ParameterTexts.Invalid("search", Search, SearchTexts.Words)]))
            : Search;

    private async Task<IReadOnlyList<DatasetFacts>> MatchingAsync(GraphQlCall call) => [.. (await call.Reads.SweepAsync(Words(call))).Where(Where.Hold)];

    private DatasetPageNode Page(GraphQlCall call, IReadOnlyList<Dataset> datasets, long total, bool more, bool less)
    {
        var edges = datasets.Select(d => new DatasetEdgeNode(d, DatasetCursor.Write(DatasetFacts.Of(d), Order))).ToArray();
        return new DatasetPageNode(edges, total, new PageFacts(more, less, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), () => MatchingAsync(call));
    }
}
