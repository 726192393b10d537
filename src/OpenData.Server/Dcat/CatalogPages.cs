using System.Globalization;
using OpenData.Registry;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Published;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Store.Search;

namespace OpenData.Server.Dcat;

/// <summary>Which part of the catalog a harvester asks for.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="After">The name after which the page begins, or null: then it begins where pages of equal size put it.</param>
/// <param name="Since">Only what has changed since then, or null.</param>
/// <param name="Words">Words that it is to hold, or null.</param>
internal sealed record PageRequest(int Page, string? After, DateTimeOffset? Since, string? Words)
{
    public static readonly ParameterDescription Paged = new("page", ParameterKind.Integer, new("หน้า เริ่มที่ 1", "The page, from 1.")) { Minimum = 1, Maximum = int.MaxValue, Standard = "1" };

    public static readonly IReadOnlyList<ParameterDescription> Parameters =
    [
        Paged,
        new("after", ParameterKind.Text, new("ชื่อชุดข้อมูลที่หน้านี้เริ่มต่อจาก", "The name of the dataset behind which the page begins.")) { Pattern = Slug.Pattern },
        new("modified_since", ParameterKind.Text, new("เฉพาะที่เปลี่ยนตั้งแต่เวลานี้ (ISO 8601)", "Only what has changed since this moment (ISO 8601).")) { Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}", Example = "2026-01-31T08:30:00Z" },
        new("q", ParameterKind.Text, new("คำที่ต้องมี", "Words that it is to hold.")),
    ];

    /// <summary>What a query asks for, or its faults.</summary>
    public static (PageRequest? Request, Problem? Refusal) Read(QueryParameters query)
    {
        var faults = new List<ProblemError>();
        var (page, since) = (1, (DateTimeOffset?)null);
        if (query["page"] is { } number && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
        {
            faults.Add(ParameterTexts.Invalid("page", number, DcatTexts.PageNumber));
        }

        if (query["modified_since"] is { } moment && (since = Moment(moment)) is null)
        {
            faults.Add(ParameterTexts.Invalid("modified_since", moment, DcatTexts.Moment));
        }

        if (query["after"] is { } after && !Slug.Is(after))
        {
            faults.Add(ParameterTexts.Invalid("after", after, DatasetTexts.SlugForm));
        }

        if (query["q"] is { } words && words.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(ParameterTexts.Invalid("q", words, DcatTexts.Words));
        }

        return faults.Count > 0 ? (null, Problem.OfQuery(faults)) : (new PageRequest(page, query["after"], since, query["q"]), null);
    }

    /// <summary>The query of another page of the same datasets.</summary>
    public string Query(int page, string? after)
    {
        var parts = new List<(string Name, string? Value)> { ("page", page.ToString(CultureInfo.InvariantCulture)), ("after", after) };
        parts.Add(("modified_since", Since is { } since ? DatasetJson.Time(since) : null));
        parts.Add(("q", Words));
        return "?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    /// <summary>A moment without an offset is of UTC, as CKAN has it.</summary>
    private static DateTimeOffset? Moment(string text) =>
        text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}

/// <summary>
/// Gives the catalog page by page, in the order of names. The address of the next page also says after which name it begins, so that a
/// harvester misses no dataset when others are published or withdrawn while it reads; what it misses it would take for deleted.
/// </summary>
internal sealed class CatalogPages(PublishedDatasets datasets, CatalogIndex index, IDataStore store)
{
    /// <summary>As many as CKAN gives.</summary>
    public const int PerPage = 100;

    public async Task<CatalogSlice> ReadAsync(PageRequest request, string address, CancellationToken cancellation)
    {
        var content = await index.ReadAsync(cancellation);
        var matching = await MatchingAsync(request, content, cancellation);
        var start = request.After is { } after ? matching.FindIndex(n => string.CompareOrdinal(n, after) > 0) : (request.Page - 1L) * PerPage;
        var names = start < 0 || start >= matching.Count ? [] : matching.GetRange((int)start, Math.Min(PerPage, matching.Count - (int)start));
        var last = Math.Max(1, (matching.Count + PerPage - 1) / PerPage);
        return new CatalogSlice(await datasets.FindAsync(names, cancellation), content.Issued, content.Modified, new Paging
        {
            Current = address + request.Query(request.Page, request.After),
            First = address + request.Query(1, null),
            Last = address + request.Query(last, null),
            Next = names.Count > 0 && start + names.Count < matching.Count ? address + request.Query(request.Page + 1, names[^1]) : null,
            Previous = request.Page > 1 ? address + request.Query(Math.Min(request.Page - 1, last), null) : null,
            Total = matching.Count,
            PerPage = PerPage,
        });
    }

    private async Task<List<string>> MatchingAsync(PageRequest request, CatalogIndex.Content content, CancellationToken cancellation)
    {
        var found = request.Words is { } words ? (await store.Search.FindAsync(words, SearchAudience.Public, cancellation)).Select(d => d.Name).ToHashSet(StringComparer.Ordinal) : null;
        return [.. content.Published.Where(d => (request.Since is not { } since || d.Modified >= since) && found?.Contains(d.Name) != false).Select(d => d.Name)];
    }
}
