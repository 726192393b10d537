using System.Globalization;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Rows;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>What a client asks of the groups of a release: <c>group_by=a,b&amp;select=count(),sum(x)&amp;having.count().gt=10&amp;order=-sum(x)</c>, with conditions on rows as for rows.</summary>
internal sealed record GroupRequest
{
    private const string HavingPrefix = "having.";

    private static readonly string[] Reserved = [.. RowParameters.Groups.Parameters.Select(p => p.Name)];

    public required AggregateQuery Query { get; init; }

    /// <summary>The columns of the answer; terms behind them are only asked about.</summary>
    public required IReadOnlyList<DictionaryColumn> Columns { get; init; }

    public required bool Count { get; init; }
    public required RowDress Dress { get; init; }

    /// <summary>Everything that decides the bytes of the answer, in canonical form.</summary>
    public required string Canonical { get; init; }

    /// <summary>Reads the query of <paramref name="request"/>, or tells every fault of it.</summary>
    public static GroupRequest? Read(HttpRequest request, Release release, RowFormat format, List<ProblemError> faults)
    {
        var parameters = QueryParameters.Read(request, faults);
        var dictionary = release.Dictionary;
        var groupBy = parameters["group_by"] is { } names ? ColumnList.Read("group_by", names, dictionary, faults) : [];
        var terms = new GroupTerms(dictionary, groupBy, faults);
        terms.Select(parameters["select"]);
        var shown = terms.All.Count;
        var having = Having(parameters, terms, faults);
        var order = terms.Order(parameters["order"]);
        var conditions = parameters.All.Where(p => p.Name.StartsWith(HavingPrefix, StringComparison.Ordinal)).Select(p => p.Name);
        var where = RowConditions.Read(parameters, [.. Reserved, .. conditions], dictionary, faults);
        var limit = RowRequest.Limit(parameters["limit"], ServerLimits.DefaultGroups, faults);
        var offset = RowRequest.Offset(parameters, faults);
        var count = RowRequest.ReadCount(parameters, faults);
        var dress = RowRequest.ReadDress(parameters, format, faults);
        return faults.Count > 0 ? null : new GroupRequest
        {
            Query = new AggregateQuery { GroupBy = groupBy, Terms = terms.All, Where = where, Having = having, Order = order, Limit = limit, Offset = offset },
            Columns = terms.Columns(shown),
            Count = count,
            Dress = dress,
            Canonical = string.Create(CultureInfo.InvariantCulture, $"groups {RowRequest.SamenessOf(parameters)}|{parameters["group_by"]}|{parameters["select"]}|{limit}|{offset}|{count}|{dress}"),
        };
    }

    private static Filter.And? Having(QueryParameters parameters, GroupTerms terms, List<ProblemError> faults)
    {
        var parts = new List<Filter>();
        foreach (var parameter in parameters.All.Where(p => p.Name.StartsWith(HavingPrefix, StringComparison.Ordinal)))
        {
            // having.sum(x).gt, having.count(), having.column.eq: what stands behind the parenthesis, or the first point, is the operator.
            var rest = parameter.Name[HavingPrefix.Length..];
            var end = rest.IndexOf(')', StringComparison.Ordinal) is var closed and >= 0 ? closed + 1 : rest.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? dot : rest.Length;
            if (end < rest.Length && rest[end] != '.')
            {
                faults.Add(GroupTexts.UnknownTerm(parameter.Name, rest, terms.Known));
                continue;
            }

            if (terms.Place(rest[..end], parameter.Name) is { } place
                && FilterParameter.Read(parameter, place, terms.Table.Columns[place], end < rest.Length ? rest[(end + 1)..] : "eq", faults) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : new Filter.And(parts);
    }
}
