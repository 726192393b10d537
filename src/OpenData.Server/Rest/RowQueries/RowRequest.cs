using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>What a client asks of a release: the query, and how the answer is dressed.</summary>
internal sealed record RowRequest
{
    private static readonly string[] Reserved = ["select", "order", "limit", "after", "offset", "count", "header", AskedLanguage.Name];

    public required RowQuery Query { get; init; }

    /// <summary>Whether the matching rows are to be counted.</summary>
    public required bool Count { get; init; }

    /// <summary>Whether a CSV's header line holds labels instead of names.</summary>
    public required bool Labels { get; init; }

    /// <summary>Filters and order in canonical form: what two pages of one answer have in common.</summary>
    public required string Sameness { get; init; }

    /// <summary>Everything that decides the bytes of the answer, in canonical form.</summary>
    public required string Canonical { get; init; }

    /// <summary>Reads the query of <paramref name="request"/>, or tells every fault of it.</summary>
    public static RowRequest? Read(HttpRequest request, Release release, bool csv, List<ProblemError> faults)
    {
        var parameters = QueryParameters.Read(request, faults);
        var dictionary = release.Dictionary;
        var select = ColumnList.Select(parameters["select"], dictionary, faults);
        var order = ColumnList.Order(parameters["order"], dictionary, faults);
        var filters = Filters(parameters, dictionary, faults);
        var limit = Limit(parameters["limit"], faults);
        var offset = Offset(parameters, faults);
        var count = Choice(parameters, "count", ["false", "true"], faults) == "true";
        var labels = Header(parameters, csv, faults) == "label";
        if (faults.Count > 0)
        {
            return null;
        }

        var sameness = Canon(parameters.All.Where(p => !Reserved.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)) + "|" + parameters["order"];
        var after = After(parameters["after"], release, sameness, order, faults);
        return faults.Count > 0 ? null : new RowRequest
        {
            Query = new RowQuery { Select = select, Where = filters, Order = order, After = after, Offset = offset, Limit = limit },
            Count = count,
            Labels = labels,
            Sameness = sameness,
            Canonical = $"{sameness}|{string.Join(',', select)}|{limit}|{offset}|{parameters["after"]}|{count}|{labels}",
        };
    }

    /// <summary>The address of the page after this one: the same query from <paramref name="cursor"/> on.</summary>
    public static string NextAddress(HttpRequest request, string cursor)
    {
        var kept = QueryParameters.Read(request, []).All.Where(p => p.Name is not ("after" or "offset"));
        return request.PathBase + request.Path + "?" + Canon(kept.Append(new Parameter("after", cursor)));
    }

    private static string Canon(IEnumerable<Parameter> parameters) =>
        string.Join('&', parameters.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));

    private static Filter.And? Filters(QueryParameters parameters, DataDictionary dictionary, List<ProblemError> faults)
    {
        var parts = new List<Filter>();
        foreach (var parameter in parameters.All.Where(p => !Reserved.Contains(p.Name)))
        {
            if (FilterParameter.Read(parameter, dictionary, Reserved, faults) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : new Filter.And(parts);
    }

    private static long? Limit(string? text, List<ProblemError> faults)
    {
        if (text is null or "all")
        {
            return text is null ? ServerLimits.DefaultRows : null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > ServerLimits.MostRows)
        {
            faults.Add(ParameterTexts.Invalid("limit", text, RowTexts.PageSize));
        }

        return limit;
    }

    private static long Offset(QueryParameters parameters, List<ProblemError> faults)
    {
        if (parameters["offset"] is not { } text)
        {
            return 0;
        }

        if (parameters["after"] is not null)
        {
            faults.Add(ParameterTexts.Conflict("offset", "after"));
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || offset > ServerLimits.MostOffset)
        {
            faults.Add(ParameterTexts.Invalid("offset", text, ParameterTexts.WholeNumber(0, ServerLimits.MostOffset)));
        }

        return offset;
    }

    private static string Header(QueryParameters parameters, bool csv, List<ProblemError> faults)
    {
        if (!csv && parameters["header"] is not null)
        {
            faults.Add(ParameterTexts.Unknown("header", [.. Reserved.Where(r => r != "header")]));
        }

        return Choice(parameters, "header", ["name", "label"], faults);
    }

    /// <summary>One of a few words; the first where nothing is said.</summary>
    private static string Choice(QueryParameters parameters, string name, string[] known, List<ProblemError> faults)
    {
        var value = parameters[name] ?? known[0];
        if (!known.Contains(value))
        {
            faults.Add(ParameterTexts.OneOf(name, value, known));
        }

        return value;
    }

    private static RowPosition? After(string? text, Release release, string sameness, IReadOnlyList<Sort> order, List<ProblemError> faults)
    {
        if (text is null)
        {
            return null;
        }

        var verdict = Cursor.Read(text, release, sameness, [.. order.Select(o => release.Dictionary.Columns[o.Column].Type)], out var position);
        if (verdict != Cursor.Verdict.Good)
        {
            faults.Add(verdict == Cursor.Verdict.Stale ? RowTexts.StaleCursor() : RowTexts.InvalidCursor());
        }

        return position;
    }
}
