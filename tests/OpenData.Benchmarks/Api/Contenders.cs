using System.Text.Json;

namespace OpenData.Benchmarks.Api;

/// <summary>Our server, asked by GraphQL.</summary>
internal sealed class OwnGraphQl(Uri address) : Contender("GraphQL", address)
{
    private static readonly string Row = string.Join(' ', Columns);

    protected override PreparedRequest Page(string? after) => PreparedRequest.GraphQl(
        $"query($after: String) {{ benchRecords(first: 100, after: $after) {{ nodes {{ {Row} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after });

    protected override PreparedRequest Filtered(string province) => PreparedRequest.GraphQl(
        $"query($p: String!) {{ benchRecords(first: 20, where: {{ province_code: {{ eq: $p }} }}) {{ nodes {{ {Row} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { p = province });

    protected override PreparedRequest Single(long id) => PreparedRequest.GraphQl($"query($id: Long!) {{ benchRecordsByKey(record_id: $id) {{ {Row} }} }}", new { id });

    // A bound that all rows keep to: another question to what keeps answers, the same one to the data.
    protected override PreparedRequest Group(int variant) => variant == 0
        ? PreparedRequest.GraphQl("{ benchRecordsAggregate(groupBy: [province_name]) { key { province_name } sum { amount_baht } max { population } } }")
        : PreparedRequest.GraphQl(
            "query($b: Long!) { benchRecordsAggregate(groupBy: [province_name], where: { population: { gte: $b } }) { key { province_name } sum { amount_baht } max { population } } }", new { b = -variant });

    protected override PreparedRequest Walk(string? after) => PreparedRequest.GraphQl(
        $"query($after: String) {{ benchRecords(first: {Stride}, after: $after) {{ pageInfo {{ endCursor }} }} }}", new { after });

    protected override string? Cursor(JsonElement answer) => answer.GetProperty("data").GetProperty("benchRecords").GetProperty("pageInfo").GetProperty("endCursor").GetString();
}

/// <summary>The same server, asked by REST.</summary>
internal sealed class OwnRest(Uri address, string name = "REST") : Contender(name, address)
{
    /// <summary>The whole table as one file.</summary>
    public const string WholeFile = Rows + ".csv?limit=all";

    private const string Rows = "/api/v1/data/bench-records/records";

    protected override PreparedRequest Page(string? after) => new($"{Rows}?limit=100{After(after)}", null);
    protected override PreparedRequest Filtered(string province) => new($"{Rows}?limit=20&province_code={province}", null);
    protected override PreparedRequest Single(long id) => new($"{Rows}/rows/{id}", null);

    // A bound that all rows keep to: another question to what keeps answers, the same one to the data.
    protected override PreparedRequest? Group(int variant) =>
        new($"{Rows}/aggregate?group_by=province_name&select=sum(amount_baht),max(population){(variant == 0 ? "" : $"&population.gte=-{variant}")}", null);

    protected override PreparedRequest Walk(string? after) => new($"{Rows}?limit={Stride}{After(after)}", null);

    protected override string? Cursor(JsonElement answer) =>
        answer.GetProperty("next").GetString()?.Split('?', 2)[1].Split('&').Single(p => p.StartsWith("after=", StringComparison.Ordinal))["after=".Length..];

    private static string After(string? cursor) => cursor is null ? "" : "&after=" + cursor;
}

/// <summary>PostGraphile on PostgreSQL, which keeps no answers.</summary>
internal sealed class PostGraphile(Uri address) : Contender("PostGraphile", address)
{
    private static readonly string Row = string.Join(' ', Columns.Select(Camel));

    protected override PreparedRequest Page(string? after) => PreparedRequest.GraphQl(
        $"query($after: Cursor) {{ allRecords(first: 100, after: $after) {{ nodes {{ {Row} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after });

    protected override PreparedRequest Filtered(string province) => PreparedRequest.GraphQl(
        $"query($p: String!) {{ allRecords(first: 20, condition: {{ provinceCode: $p }}) {{ nodes {{ {Row} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { p = province });

    protected override PreparedRequest Single(long id) => PreparedRequest.GraphQl($"query($id: Int!) {{ recordByRecordId(recordId: $id) {{ {Row} }} }}", new { id });

    protected override PreparedRequest Group(int variant) => PreparedRequest.GraphQl(
        "{ allRecords { groupedAggregates(groupBy: [PROVINCE_NAME]) { keys sum { amountBaht } max { population } } } }");

    protected override PreparedRequest Walk(string? after) => PreparedRequest.GraphQl(
        $"query($after: Cursor) {{ allRecords(first: {Stride}, after: $after) {{ nodes {{ recordId }} pageInfo {{ endCursor }} }} }}", new { after });

    protected override string? Cursor(JsonElement answer) => answer.GetProperty("data").GetProperty("allRecords").GetProperty("pageInfo").GetProperty("endCursor").GetString();

    private static string Camel(string name) => name.Split('_') is var words ? words[0] + string.Concat(words[1..].Select(w => char.ToUpperInvariant(w[0]) + w[1..])) : name;
}
