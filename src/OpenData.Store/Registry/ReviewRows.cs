using System.Data.Common;
using System.Text.Json;
using Dapper;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;

namespace OpenData.Store.Registry;

/// <summary>A recorded exception as the registry keeps it.</summary>
internal sealed class ExceptionRow
{
    /// <summary>The columns of table <c>recorded_exception e</c>, named as the properties here.</summary>
    public const string Columns = "e.resource_id AS ResourceId, e.rule AS Rule, e.reason AS Reason, e.actor_name AS ActorName, e.time AS Time";

    public required string ResourceId { get; init; }
    public required string Rule { get; init; }
    public required string Reason { get; init; }
    public required string ActorName { get; init; }
    public required string Time { get; init; }

    public RecordedException ToException() => new(Rule, Reason, ActorName, StoredTime.Read(Time));
}

/// <summary>A step of a review as the registry keeps it.</summary>
internal sealed class StepRow
{
    public const string Columns = "time AS Time, actor AS Actor, actor_name AS ActorName, action AS Action, state AS State, reason AS Reason, comments AS Comments";

    private const string Insert =
        "INSERT INTO review_step (dataset_id, time, actor, actor_name, action, state, reason, comments) VALUES (@DatasetId, @Time, @Actor, @ActorName, @Action, @State, @Reason, @Comments) RETURNING number";

    public string? DatasetId { get; init; }
    public required string Time { get; init; }
    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public required string Action { get; init; }
    public required string State { get; init; }
    public string? Reason { get; init; }
    public required string Comments { get; init; }

    public static StepRow Of(string datasetId, ReviewStep step) => new()
    {
        DatasetId = datasetId,
        Time = StoredTime.Write(step.Time),
        Actor = step.Actor,
        ActorName = step.ActorName,
        Action = step.Action.ToString().ToLowerInvariant(),
        State = DatasetRow.Write(step.State),
        Reason = step.Reason,
        Comments = JsonSerializer.Serialize(step.Comments),
    };

    /// <summary>Notes a step of a dataset, here and in the log.</summary>
    public static async Task NoteAsync(DbConnection connection, DbTransaction transaction, AuditWriter log, string datasetId, ReviewStep step)
    {
        var row = Of(datasetId, step);
        var number = await connection.ExecuteScalarAsync<long>(Insert, row, transaction);
        var dataset = await connection.ExecuteScalarAsync<string>("SELECT name FROM dataset WHERE id = @datasetId", new { datasetId }, transaction);
        var hash = AuditRecords.Step(row.Time, row.Actor, row.ActorName, row.Action, row.State, row.Reason, row.Comments);
        await log.AppendAsync(AuditActions.StepNoted, AuditObjects.Step(dataset!, number), hash, row.Action);
    }

    /// <summary>Notes a step of a resource's dataset, where there is one to note.</summary>
    public static async Task NoteOfResourceAsync(DbConnection connection, DbTransaction transaction, AuditWriter log, string resourceId, ReviewStep? step)
    {
        if (step is not null)
        {
            var dataset = await connection.ExecuteScalarAsync<string>("SELECT dataset_id FROM resource WHERE id = @resourceId", new { resourceId }, transaction);
            await NoteAsync(connection, transaction, log, dataset!, step);
        }
    }

    public ReviewStep ToStep() => new(
        StoredTime.Read(Time), Actor, ActorName, Enum.Parse<DatasetAction>(Action, ignoreCase: true), DatasetRow.Read(State), Reason, JsonSerializer.Deserialize<ReviewComment[]>(Comments)!);
}
