using System.Text.Json;
using Dapper;
using OpenData.Registry;
using OpenData.Registry.Feedback;

namespace OpenData.Store.Registry;

/// <summary>What the public says, in the registry: a step and its entry in the audit log are one transaction.</summary>
internal sealed class FeedbackStore(RegistryStore registry, TimeProvider clock) : IFeedbackStore
{
    /// <summary>The same, written in the name that <paramref name="other"/> has in the log.</summary>
    public FeedbackStore By(RegistryStore other) => new(other, clock);

    /// <inheritdoc/>
    public Task RateAsync(Guid dataset, string browser, int stars, CancellationToken cancellation = default) => registry.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            """
            INSERT INTO rating (dataset_id, browser, stars, given) VALUES (@Id, @browser, @stars, @Now)
            ON CONFLICT (dataset_id, browser) DO UPDATE SET stars = excluded.stars, given = excluded.given
            """,
            new { Id = RegistryStore.Key(dataset), browser, stars, Now = StoredTime.Write(clock.GetUtcNow()) },
            transaction),
        cancellation);

    /// <inheritdoc/>
    public Task<int?> FindRatingAsync(Guid dataset, string browser, CancellationToken cancellation = default) => registry.Database.QueryAsync(
        connection => connection.ExecuteScalarAsync<int?>("SELECT stars FROM rating WHERE dataset_id = @Id AND browser = @browser", new { Id = RegistryStore.Key(dataset), browser }),
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedbackCounts>> CountAsync(IReadOnlyList<Guid> datasets, CancellationToken cancellation = default) => registry.Database.ReadAsync(
        async (connection, transaction) =>
        {
            var keys = datasets.Select(RegistryStore.Key).ToArray();
            var ids = JsonSerializer.Serialize(keys);
            var rated = await connection.QueryAsync<(string Id, long Count, long Sum)>(
                "SELECT dataset_id, count(*), CAST(sum(stars) AS BIGINT) FROM rating WHERE dataset_id IN (SELECT value FROM json_each(@ids)) GROUP BY dataset_id", new { ids }, transaction);
            var asked = await connection.QueryAsync<(string Id, string State, long Count)>(
                "SELECT dataset_id, state, count(*) FROM question WHERE dataset_id IN (SELECT value FROM json_each(@ids)) GROUP BY dataset_id, state", new { ids }, transaction);
            var ratings = rated.ToDictionary(r => r.Id, r => new RatingCounts(r.Count, r.Sum), StringComparer.Ordinal);
            var questions = asked.ToDictionary(q => (q.Id, q.State), q => q.Count);
            return (IReadOnlyList<FeedbackCounts>)[.. keys.Select(id => new FeedbackCounts(
                ratings.GetValueOrDefault(id),
                Of(id, QuestionState.Waiting) + Of(id, QuestionState.Accepted),
                Of(id, QuestionState.Answered),
                Of(id, QuestionState.Hidden)))];

            long Of(string id, QuestionState state) => questions.GetValueOrDefault((id, FeedbackWords.Of(state)));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<RatingCounts> CountRatingsAsync(IReadOnlyCollection<string> organizations, CancellationToken cancellation = default) => registry.Database.QueryAsync(
        async connection =>
        {
            var (count, sum) = await connection.QuerySingleAsync<(long Count, long Sum)>(
                """
                SELECT count(*), CAST(coalesce(sum(r.stars), 0) AS BIGINT) FROM rating r JOIN dataset d ON d.id = r.dataset_id
                WHERE d.organization IN (SELECT value FROM json_each(@names)) AND d.state = 'published'
                """,
                new { names = JsonSerializer.Serialize(organizations) });
            return new RatingCounts(count, sum);
        },
        cancellation);

    /// <inheritdoc/>
    public Task AddAsync(Question question, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = QuestionRow.Of(question);
            await connection.ExecuteAsync(QuestionRow.Insert, row, transaction);
            return await registry.Log(connection, transaction).AppendAsync(AuditActions.QuestionAsked, AuditObjects.Question(row.Id), row.Hash(), row.Dataset);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Question?> FindQuestionAsync(Guid id, CancellationToken cancellation = default) => registry.Database.QueryAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<QuestionRow>($"SELECT {QuestionRow.Columns} {QuestionRow.From} WHERE q.id = @Id", new { Id = RegistryStore.Key(id) }))?.ToQuestion(),
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Question>> ListQuestionsAsync(QuestionQuery query, CancellationToken cancellation = default) => registry.Database.QueryAsync(
        async connection =>
        {
            var where = "(q.state IN (SELECT value FROM json_each(@States)) OR q.asker = @Asker)"
                + (query.Dataset is null ? "" : " AND q.dataset_id = @Dataset")
                + (query.Organizations is null ? "" : " AND d.organization IN (SELECT value FROM json_each(@Organizations))");
            var rows = await connection.QueryAsync<QuestionRow>(
                $"SELECT {QuestionRow.Columns} {QuestionRow.From} WHERE {where} ORDER BY q.asked DESC, q.id LIMIT @Limit OFFSET @Offset",
                new
                {
                    States = FeedbackWords.Of(query.States),
                    Asker = query.Asker ?? "",
                    Dataset = query.Dataset is { } dataset ? RegistryStore.Key(dataset) : "",
                    Organizations = JsonSerializer.Serialize(query.Organizations ?? []),
                    query.Limit,
                    query.Offset,
                });
            return (IReadOnlyList<Question>)[.. rows.Select(r => r.ToQuestion())];
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> ChangeAsync(Question question, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = QuestionRow.Of(question);
            if (await connection.ExecuteAsync(QuestionRow.Update, row, transaction) == 0)
            {
                return false;
            }

            await registry.Log(connection, transaction).AppendAsync(AuditActions.Of(question.State), AuditObjects.Question(row.Id), row.Hash(), row.Dataset);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task AddAsync(DataRequest request, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = DataRequestRow.Of(request);
            await connection.ExecuteAsync(DataRequestRow.Insert, row, transaction);
            return await registry.Log(connection, transaction).AppendAsync(AuditActions.RequestAsked, AuditObjects.Request(row.Id), row.Hash(), row.Organization);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<DataRequest?> FindRequestAsync(Guid id, CancellationToken cancellation = default) => FindRequestAsync("r.id = @value", RegistryStore.Key(id), cancellation);

    /// <inheritdoc/>
    public Task<DataRequest?> FindRequestAsync(string address, CancellationToken cancellation = default) => FindRequestAsync("r.address = @value", address, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DataRequest>> ListRequestsAsync(RequestQuery query, CancellationToken cancellation = default) => registry.Database.QueryAsync(
        async connection =>
        {
            var organizations = query.Organizations is null ? "" : " AND r.organization IN (SELECT value FROM json_each(@Organizations))";
            var rows = await connection.QueryAsync<DataRequestRow>(
                $"SELECT {DataRequestRow.Columns} FROM data_request r WHERE r.state IN (SELECT value FROM json_each(@States)){organizations} ORDER BY r.asked DESC, r.id LIMIT @Limit OFFSET @Offset",
                new { States = FeedbackWords.Of(query.States), Organizations = JsonSerializer.Serialize(query.Organizations ?? []), query.Limit, query.Offset });
            return (IReadOnlyList<DataRequest>)[.. rows.Select(r => r.ToRequest())];
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> ChangeAsync(DataRequest request, CancellationToken cancellation = default) => registry.WriteAsync(
        async (connection, transaction) =>
        {
            var row = DataRequestRow.Of(request);
            if (await connection.ExecuteAsync(DataRequestRow.Update, row, transaction) == 0)
            {
                return false;
            }

            await registry.Log(connection, transaction).AppendAsync(AuditActions.Of(request.State), AuditObjects.Request(row.Id), row.Hash(), row.Organization);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RequestCounts>> CountRequestsAsync(CancellationToken cancellation = default) => registry.Database.QueryAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string? Organization, string State, long Count)>("SELECT organization, state, count(*) FROM data_request GROUP BY organization, state");
            return (IReadOnlyList<RequestCounts>)[.. rows.GroupBy(r => r.Organization).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new RequestCounts(
                g.Key, Of(g, RequestState.Asked), Of(g, RequestState.Granted), Of(g, RequestState.Refused)))];

            static long Of(IEnumerable<(string? Organization, string State, long Count)> rows, RequestState state) => rows.Where(r => r.State == FeedbackWords.Of(state)).Sum(r => r.Count);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int> ForgetContactsAsync(DateTimeOffset decidedBefore, DateTimeOffset askedBefore, CancellationToken cancellation = default) => registry.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "UPDATE data_request SET contact = NULL WHERE contact IS NOT NULL AND ((state <> 'asked' AND changed < @Decided) OR asked < @Asked)",
            new { Decided = StoredTime.Write(decidedBefore), Asked = StoredTime.Write(askedBefore) },
            transaction),
        cancellation);

    private Task<DataRequest?> FindRequestAsync(string where, string value, CancellationToken cancellation) => registry.Database.QueryAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<DataRequestRow>($"SELECT {DataRequestRow.Columns} FROM data_request r WHERE {where}", new { value }))?.ToRequest(),
        cancellation);
}
