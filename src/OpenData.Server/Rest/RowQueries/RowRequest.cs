using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>What a client asks of a release: the query, and how the answer is dressed.</summary>
internal sealed record RowRequest
{
    /// <summary>The names that are no filters; a column called so is compared by <c>column.eq</c>.</summary>
    private static readonly string[] Reserved = [.. RowParameters.Rows.Parameters.Select(p => p.Name)];

    private static readonly string[] DressNames = ["header", "bom", "excel-safe"];

    public required RowQuery Query { get; init; }

    /// <summary>Whether the matching rows are to be counted.</summary>
    public bool Count { get; init; }

    /// <summary>How the answer is dressed for spreadsheets.</summary>
    public required RowDress Dress { get; init; }

    /// <summary>Filters and order in canonical form: what two pages of one answer have in common.</summary>
    public string Sameness { get; init; } = "";

    /// <summary>Everything that decides the bytes of the answer, in canonical form.</summary>
    public required string Canonical { get; init; }

    /// <summary>Reads the query of <paramref name="request"/>, or tells every fault of it.</summary>
    public static RowRequest? Read(HttpRequest request, Release release, RowFormat format, List<ProblemError> faults)
    {
        var parameters = QueryParameters.Read(request, faults);
        var dictionary = release.Dictionary;
        var select = ColumnList.Select(parameters["select"], dictionary, faults);
        var order = ColumnList.Order(parameters["order"], dictionary, faults);
        var filters = RowConditions.Read(parameters, Reserved, dictionary, faults);
        var limit = Limit(parameters["limit"], ServerLimits.DefaultRows, faults);
        var offset = Offset(parameters, faults);
        var count = ReadCount(parameters, faults);
        var dress = ReadDress(parameters, format, faults);
        if (faults.Count > 0)
        {
            return null;
        }

        var sameness = SamenessOf(parameters);
        var after = After(parameters["after"], release, sameness, order, faults);
        return faults.Count > 0 ? null : new RowRequest
        {
            Query = new RowQuery { Select = select, Where = filters, Order = order, After = after, Offset = offset, Limit = limit },
            Count = count,
            Dress = dress,
            Sameness = sameness,
            Canonical = $"{sameness}|{string.Join(',', select)}|{limit}|{offset}|{parameters["after"]}|{count}|{dress}",
        };
    }

    /// <summary>Reads how one row is wanted; which one, the address says.</summary>
    public static RowRequest? ReadSingle(HttpRequest request, Release release, RowFormat format, List<ProblemError> faults)
    {
        var parameters = QueryParameters.Read(request, faults, [.. RowParameters.Row.Parameters.Select(p => p.Name)]);
        var select = ColumnList.Select(parameters["select"], release.Dictionary, faults);
        var dress = ReadDress(parameters, format, faults);
        return faults.Count > 0 ? null : new RowRequest
        {
            Query = new RowQuery { Select = select, Limit = 1 },
            Dress = dress,
            Canonical = $"{request.Path}|{string.Join(',', select)}|{dress}",
        };
    }

    /// <summary>True where every row of a release is wanted as it stands, with every column.</summary>
    public bool IsWhole(Release release) =>
        !Count && Dress == RowDress.Plain && Query is { Where: null, Order.Count: 0, After: null, Offset: 0, Limit: null }
        && Query.Select.SequenceEqual(Enumerable.Range(0, release.Dictionary.Columns.Count));

    /// <summary>The address of the page after this one: the same query from <paramref name="cursor"/> on.</summary>
    public static string NextAddress(HttpRequest request, string cursor) => Address(request, request.Path, "after", cursor);

    /// <summary>The address of the page that begins behind so many.</summary>
    public static string OffsetAddress(HttpRequest request, long offset) =>
        Address(request, request.Path, "offset", offset.ToString(CultureInfo.InvariantCulture));

    /// <summary>The address of the first page of the same query.</summary>
    public static string FirstAddress(HttpRequest request) => Address(request, request.Path, null, null);

    /// <summary>The query without what only some formats take.</summary>
    public static string WithoutDress(HttpRequest request)
    {
        var query = request.QueryString.Value ?? "";
        return Array.Exists(DressNames, n => query.Contains(n, StringComparison.Ordinal))
            ? "?" + Canon(QueryParameters.Read(request, []).All.Where(p => !DressNames.Contains(p.Name)))
            : query;
    }

    public static bool ReadCount(QueryParameters parameters, List<ProblemError> faults) => Choice(parameters, "count", ["false", "true"], faults) == "true";

    /// <summary>How the answer is dressed; formats without a header line, and those that are no CSV, take less.</summary>
    public static RowDress ReadDress(QueryParameters parameters, RowFormat format, List<ProblemError> faults)
    {
        foreach (var name in DressNames.Where(n => parameters[n] is not null && !(n == "header" ? format.HasHeaderLine : format == RowFormat.Csv)))
        {
            faults.Add(RowTexts.NotOfFormat(name, format, name == "header" ? [.. RowFormat.All.Where(f => f.HasHeaderLine)] : [RowFormat.Csv]));
        }

        return new RowDress(
            Choice(parameters, "header", ["name", "label"], faults) == "label",
            Choice(parameters, "bom", ["false", "true"], faults) == "true",
            Choice(parameters, "excel-safe", ["false", "true"], faults) == "true");
    }

    /// <summary>Filters and order in canonical form.</summary>
    public static string SamenessOf(QueryParameters parameters) =>
        Canon(parameters.All.Where(p => p.Name is "q" or "bbox" or "near" || !Reserved.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)) + "|" + parameters["order"];

    private static string Address(HttpRequest request, string path, string? name, string? value)
    {
        var kept = QueryParameters.Read(request, []).All.Where(p => p.Name is not ("after" or "offset"));
        var query = Canon(name is null ? kept : kept.Append(new Parameter(name, value!)));
        return request.PathBase + path + (query.Length == 0 ? "" : "?" + query);
    }

    private static string Canon(IEnumerable<Parameter> parameters) =>
        string.Join('&', parameters.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));

    /// <summary>How many rows or groups are wanted; null for all.</summary>
    public static long? Limit(string? text, int standard, List<ProblemError> faults)
    {
        if (text is null or "all")
        {
            return text is null ? standard : null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > ServerLimits.MostRows)
        {
            faults.Add(ParameterTexts.Invalid("limit", text, RowTexts.PageSize));
        }

        return limit;
    }

    /// <summary>How many rows or groups are passed over.</summary>
    public static long Offset(QueryParameters parameters, List<ProblemError> faults)
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
