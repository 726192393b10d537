using System.Globalization;
using System.Text.Json;
using Dapper;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>Evidence, and the scores that were.</summary>
internal sealed partial class RegistryStore
{
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    public Task AddEvidenceAsync(Evidence evidence, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var row = new
                {
                    Id = Key(evidence.Id),
                    evidence.Organization,
                    evidence.Dataset,
                    evidence.Indicator,
                    evidence.FiscalYear,
                    evidence.Part,
                    evidence.Link,
                    Date = evidence.Date.ToString(Day, CultureInfo.InvariantCulture),
                    Value = evidence.Value?.ToString(CultureInfo.InvariantCulture),
                    evidence.GivenBy,
                    Given = StoredTime.Write(evidence.Given),
                    Withdrawn = evidence.Withdrawn ? 1 : 0,
                };
                await connection.ExecuteAsync(
                    """
                    INSERT INTO evidence (id, organization, dataset, indicator, fiscal_year, part, link, date, value, given_by, given, withdrawn)
                    VALUES (@Id, @Organization, @Dataset, @Indicator, @FiscalYear, @Part, @Link, @Date, @Value, @GivenBy, @Given, @Withdrawn)
                    """,
                    row,
                    transaction);
                var hash = AuditRecords.Evidence([
                    row.Id, row.Organization, row.Dataset, row.Indicator, Text(row.FiscalYear), row.Part, row.Link, row.Date, row.Value, row.GivenBy, row.Given, Text(row.Withdrawn)]);
                var about = $"{row.Organization}{(row.Dataset is null ? "" : "/" + row.Dataset)} {row.Indicator} {Text(row.FiscalYear)} {row.Part}";
                await Log(connection, transaction).AppendAsync(evidence.Withdrawn ? AuditActions.EvidenceWithdrawn : AuditActions.EvidenceGiven, AuditObjects.Evidence(row.Id), hash, about);
                return true;
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Evidence>> ListEvidenceAsync(IReadOnlyCollection<string> organizations, int fiscalYear, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<Evidence>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<EvidenceRow>(
                    """
                    SELECT id, organization, dataset, indicator, fiscal_year AS FiscalYear, part, link, date, value, given_by AS GivenBy, given, withdrawn
                    FROM evidence WHERE fiscal_year = @fiscalYear AND organization IN (SELECT value FROM json_each(@organizations)) ORDER BY given, rowid
                    """,
                    new { fiscalYear, organizations = JsonSerializer.Serialize(organizations) });
                return [.. rows.Select(row => row.ToEvidence())];
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> KeepScoreAsync(KeptScore score, CancellationToken cancellation = default) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                var row = new { score.Organization, score.Indicator, score.FiscalYear, score.Definition, Score = score.Score?.ToString(CultureInfo.InvariantCulture), score.Result, Computed = StoredTime.Write(score.Computed) };
                var number = await connection.ExecuteScalarAsync<long?>(
                    """
                    INSERT INTO score (organization, indicator, fiscal_year, definition, score, result, computed)
                    SELECT @Organization, @Indicator, @FiscalYear, @Definition, @Score, @Result, @Computed
                    WHERE NOT EXISTS (
                        SELECT 1 FROM score s
                        WHERE s.number = (SELECT max(number) FROM score n WHERE n.organization = @Organization AND n.fiscal_year = @FiscalYear AND n.indicator = @Indicator)
                          AND s.definition = @Definition AND s.result = @Result)
                    RETURNING number
                    """,
                    row,
                    transaction);
                if (number is { } kept)
                {
                    var hash = AuditRecords.Score(row.Organization, row.Indicator, Text(row.FiscalYear), row.Definition, row.Score, row.Result, row.Computed);
                    await Log(connection, transaction).AppendAsync(AuditActions.ScoreKept, AuditObjects.Score(kept), hash, $"{row.Organization} {row.Indicator} {Text(row.FiscalYear)}");
                }

                return number is not null;
            },
            cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptScore>> ListScoresAsync(string organization, int fiscalYear, CancellationToken cancellation = default)
    {
        return await database.QueryAsync<IReadOnlyList<KeptScore>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<(string Indicator, string Definition, string? Score, string Result, string Computed)>(
                    "SELECT indicator, definition, score, result, computed FROM score WHERE organization = @organization AND fiscal_year = @fiscalYear ORDER BY number",
                    new { organization, fiscalYear });
                return [.. rows.Select(r => new KeptScore(organization, r.Indicator, fiscalYear, r.Definition, Number(r.Score), r.Result, StoredTime.Read(r.Computed)))];
            },
            cancellation);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A record of evidence as the registry keeps it.</summary>
    private sealed class EvidenceRow
    {
        public required string Id { get; init; }
        public required string Organization { get; init; }
        public string? Dataset { get; init; }
        public required string Indicator { get; init; }
        public required long FiscalYear { get; init; }
        public required string Part { get; init; }
        public required string Link { get; init; }
        public required string Date { get; init; }
        public string? Value { get; init; }
        public required string GivenBy { get; init; }
        public required string Given { get; init; }
        public required long Withdrawn { get; init; }

        public Evidence ToEvidence() => new()
        {
            Id = Guid.Parse(Id),
            Organization = Organization,
            Dataset = Dataset,
            Indicator = Indicator,
            FiscalYear = checked((int)FiscalYear),
            Part = Part,
            Link = Link,
            Date = DateOnly.ParseExact(Date, Day, CultureInfo.InvariantCulture),
            Value = Number(Value),
            GivenBy = GivenBy,
            Given = StoredTime.Read(Given),
            Withdrawn = Withdrawn != 0,
        };
    }
}
