using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store.Search;

namespace OpenData.Server.Rest.Search;

/// <summary>A search as the parameters of a request ask for it.</summary>
internal sealed record SearchRequest(DatasetSearch Search, string Sameness)
{
    /// <summary>The parameters it is read from.</summary>
    public static IReadOnlyList<ParameterDescription> Parameters { get; } =
    [
        new("q", ParameterKind.Text, new("คำที่ต้องมีทุกคำ ใส่ในเครื่องหมายคำพูดเพื่อค้นทั้งวลี", "Words, all of which a dataset has; a phrase in double quotes.")),
        .. SearchFacets.All.Select(f => new ParameterDescription(SearchFacets.NameOf(f), ParameterKind.List, SearchTexts.Of(f))
        {
            Allowed = f == DatasetFacet.Complies ? ["true", "false"] : SearchFacets.CodeListOf(f) is { } list ? [.. CodeLists.Of(list).Select(c => c.Code)] : [],
            Pattern = f is DatasetFacet.Organization or DatasetFacet.Group ? Slug.Pattern : null,
            Maximum = ServerLimits.ListValues,
        }),
        new("sort", ParameterKind.Choice, new("ลำดับ ใส่ - เพื่อย้อนกลับ", "The order; a minus is the other way round. Relevance with q, else the name.")) { Allowed = Sorts },
        SharedParameters.Limit(ServerLimits.DefaultDatasets, ServerLimits.MostDatasets),
        new("after", ParameterKind.Text, new("ตัวชี้หน้าจาก next ของคำตอบก่อนหน้า", "The cursor from next of the answer before.")),
    ];

    /// <summary>The orders; a minus is the other way round, as for rows.</summary>
    public static string[] Sorts => ["relevance", "name", "-name", "title", "-title", "modified", "-modified", "created", "-created"];

    /// <summary>Reads the parameters, or tells every fault of them.</summary>
    public static SearchRequest? Read(QueryParameters parameters, Language language, List<ProblemError> faults)
    {
        var text = Text(parameters["q"], faults);
        var filters = SearchFacets.All.Select(f => Filter(f, parameters[SearchFacets.NameOf(f)], faults)).OfType<SearchFilter>().ToList();
        var sort = parameters["sort"] ?? (FoldedText.Words(text).Count > 0 ? "relevance" : "name");
        if (!Sorts.Contains(sort))
        {
            faults.Add(ParameterTexts.OneOf("sort", sort, Sorts));
        }

        var limit = Limit(parameters["limit"], faults);

        // Titles are ordered by the language: a cursor of one order is none of the other.
        var sameness = string.Join('&', parameters.All.Where(p => p.Name is not ("after" or "limit" or AskedLanguage.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value))) + "|" + sort + (sort.EndsWith("title", StringComparison.Ordinal) ? language : "");
        var after = parameters["after"] is { } cursor ? SearchCursor.Read(cursor, sameness) : null;
        if (after is null && parameters["after"] is not null)
        {
            faults.Add(SearchTexts.InvalidCursor());
        }

        return faults.Count > 0 ? null : new SearchRequest(
            new DatasetSearch
            {
                Text = text,
                Filters = filters,
                Sort = Enum.Parse<SearchSort>(sort.TrimStart('-'), ignoreCase: true),
                Descending = sort[0] == '-',
                After = after,
                Limit = limit,
                Facets = SearchFacets.All,
                Language = language,
            },
            sameness);
    }

    private static string? Text(string? text, List<ProblemError> faults)
    {
        if (text is not null && (text.Contains('\0', StringComparison.Ordinal) || FoldedText.Words(text).Count > SearchLimits.Words))
        {
            faults.Add(ParameterTexts.Invalid("q", text, SearchTexts.Words));
        }

        return text;
    }

    /// <summary>A facet's condition: one of the values in a list. Codes may be written in any way that Form 1 takes.</summary>
    private static SearchFilter? Filter(DatasetFacet facet, string? text, List<ProblemError> faults)
    {
        if (text is null)
        {
            return null;
        }

        var name = SearchFacets.NameOf(facet);
        var values = ValueList.Split(text) ?? [];
        if (values.Count is 0 or > ServerLimits.ListValues || values.Any(v => v.Length == 0))
        {
            faults.Add(ParameterTexts.Invalid(name, text, SearchTexts.Values));
            return null;
        }

        return new SearchFilter(facet, [.. values.Select(v => Value(facet, v, faults))]);
    }

    private static string Value(DatasetFacet facet, string value, List<ProblemError> faults)
    {
        var name = SearchFacets.NameOf(facet);
        if (facet is DatasetFacet.Organization or DatasetFacet.Group)
        {
            if (!Slug.Is(value))
            {
                faults.Add(ParameterTexts.Invalid(name, value, SearchTexts.Slugs));
            }
        }
        else if (facet == DatasetFacet.Complies)
        {
            if (value is not ("true" or "false"))
            {
                faults.Add(ParameterTexts.OneOf(name, value, ["true", "false"]));
            }
        }
        else if (SearchFacets.CodeListOf(facet) is { } list)
        {
            if (CodeLists.CodeOf(list, value) is { } code)
            {
                return code;
            }

            faults.Add(ParameterTexts.OneOf(name, value, [.. CodeLists.Of(list).Select(c => c.Code)]));
        }

        return value;
    }

    private static int Limit(string? text, List<ProblemError> faults)
    {
        if (text is null)
        {
            return ServerLimits.DefaultDatasets;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ServerLimits.MostDatasets)
        {
            return limit;
        }

        faults.Add(ParameterTexts.Invalid("limit", text, ParameterTexts.WholeNumber(1, ServerLimits.MostDatasets)));
        return 0;
    }
}
