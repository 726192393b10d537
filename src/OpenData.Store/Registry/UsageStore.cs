using System.Globalization;
using System.Text.Json;
using Dapper;
using OpenData.Registry.Usage;

namespace OpenData.Store.Registry;

/// <summary>Usage, in the registry: a batch is one transaction.</summary>
internal sealed class UsageStore(RegistryStore registry) : IUsageStore
{
    /// <summary>The owner is looked up with the batch; a dataset that is not published is passed over.</summary>
    private const string Add =
        """
        INSERT INTO usage_count (day, face, organization, dataset, resource, requests)
        SELECT @Period, @Face, d.organization, d.name, @Resource, @Requests FROM dataset d WHERE d.name = @Dataset AND d.state = 'published'
        ON CONFLICT (day, face, organization, dataset, resource) DO UPDATE SET requests = usage_count.requests + excluded.requests
        """;

    private const string AddToNone =
        """
        INSERT INTO usage_count (day, face, organization, dataset, resource, requests) VALUES (@Period, @Face, @Organization, '', '', @Requests)
        ON CONFLICT (day, face, organization, dataset, resource) DO UPDATE SET requests = usage_count.requests + excluded.requests
        """;

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyCollection<UsageCount> counts, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Add, counts.Where(c => c.Dataset.Length > 0), transaction);
            return await connection.ExecuteAsync(AddToNone, counts.Where(c => c.Dataset.Length == 0), transaction);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageCount>> ListAsync(UsageQuery query, CancellationToken cancellation = default) => registry.Database.QueryAsync(
        async connection =>
        {
            var parts = query.Per.Distinct().Order().Select(Column).ToArray();
            var period = query.ByMonth ? "substr(u.day, 1, 7)" : "u.day";
            var groups = string.Join(", ", parts.Prepend(period));
            var rows = await connection.QueryAsync<UsageRow>(
                $"""
                SELECT {period} AS Period, {Shown(query, UsagePart.Face)} AS Face, {Shown(query, UsagePart.Organization)} AS Organization,
                       {Shown(query, UsagePart.Dataset)} AS Dataset, {Shown(query, UsagePart.Resource)} AS Resource, CAST(sum(u.requests) AS BIGINT) AS Requests
                FROM usage_count u LEFT JOIN dataset d ON d.name = u.dataset
                WHERE u.day >= @From AND u.day <= @To
                  AND (@Organization = '' OR u.organization = @Organization) AND (@Dataset = '' OR u.dataset = @Dataset)
                  AND (@All = 1 OR u.dataset = '' OR d.state = 'published' OR d.organization IN (SELECT value FROM json_each(@Including)))
                GROUP BY {groups} ORDER BY {groups} LIMIT @Limit OFFSET @Offset
                """,
                new
                {
                    From = Day(query.From),
                    To = Day(query.To),
                    Organization = query.Organization ?? "",
                    Dataset = query.Dataset ?? "",
                    All = query.PublishedOnly ? 0 : 1,
                    Including = JsonSerializer.Serialize(query.Including),
                    query.Limit,
                    query.Offset,
                });
            return (IReadOnlyList<UsageCount>)[.. rows.Select(r => r.ToCount())];
        },
        cancellation);

    private static string Shown(UsageQuery query, UsagePart part) => query.Per.Contains(part) ? Column(part) : "''";

    private static string Column(UsagePart part) => part switch
    {
        UsagePart.Organization => "u.organization",
        UsagePart.Dataset => "u.dataset",
        UsagePart.Resource => "u.resource",
        _ => "u.face",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A line as it is read.</summary>
    private sealed class UsageRow
    {
        public required string Period { get; init; }
        public required string Face { get; init; }
        public required string Organization { get; init; }
        public required string Dataset { get; init; }
        public required string Resource { get; init; }
        public required long Requests { get; init; }

        public UsageCount ToCount() => new(Period, Face, Organization, Dataset, Resource, Requests);
    }
}
