using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Ckan.Datastore;

namespace OpenData.Server.Ckan.Actions;

/// <summary>The actions over the rows of a resource.</summary>
internal static class DatastoreActions
{
    private static readonly string[] Known =
    [
        "resource_id", "id", "filters", "q", "full_text", "distinct", "plain", "language", "limit", "offset", "fields", "sort", "include_total", "total_estimation_threshold", "records_format", "include_next_page",
    ];

    private static readonly string[] Formats = ["objects", "lists", "csv", "tsv"];

    public static async Task<CkanOutcome> SearchAsync(CkanCall call)
    {
        var arguments = call.Arguments;
        arguments.Refuse(Known);
        var id = Id(arguments);
        var limit = arguments.Natural("limit", CkanLimits.DefaultRecords, CkanLimits.MostRecords);
        var offset = arguments.Natural("offset", 0);
        var format = arguments.Text("records_format") is { Length: > 0 } asked ? asked : "objects";
        if (!Formats.Contains(format))
        {
            arguments.Fault("records_format", $"Value must be one of [{string.Join(", ", Formats.Select(CkanOutcome.Quoted))}]");
        }

        if (arguments.HasFaults)
        {
            return arguments.Refusal;
        }

        if (await call.Packages.FindTableAsync(id, call.Cancellation) is not var (dataset, resource, release))
        {
            return CkanOutcome.NotFound($"Resource \"{id}\" was not found.");
        }

        call.Uses(dataset, resource);

        var query = DatastoreRequest.Read(arguments, release.Dictionary);
        if (query is { Distinct: true } && offset > CkanLimits.MostDistinctOffset)
        {
            arguments.Fault("offset", $"at most {CkanLimits.MostDistinctOffset} distinct rows may be passed over");
        }

        return arguments.HasFaults
            ? arguments.Refusal
            : CkanOutcome.Of(new DatastoreResult(call, resource.Id.ToString(), release, query! with { Limit = limit, Offset = offset }, format, limit));
    }

    public static async Task<CkanOutcome> DescribeAsync(CkanCall call)
    {
        var id = Id(call.Arguments);
        if (call.Arguments.HasFaults)
        {
            return call.Arguments.Refusal;
        }

        if (await call.Packages.FindTableAsync(id, call.Cancellation) is not var (dataset, resource, release))
        {
            return CkanOutcome.NotFound($"Resource/Alias \"{id}\" was not found.");
        }

        call.Uses(dataset, resource);

        var schema = call.Arguments.Truth("include_fields_schema", true);
        var answer = new JObject { ["fields"] = new JArray(release.Dictionary.Columns.Select(c => Field(c, release.Dictionary, schema))) };
        if (call.Arguments.Truth("include_meta", true))
        {
            var size = call.Store.Rows.UnitBytes(release.Unit);
            answer["meta"] = new JObject
            {
                ["id"] = resource.Id.ToString(),
                ["count"] = release.Rows,
                ["table_type"] = "BASE TABLE",
                ["size"] = size,
                ["db_size"] = size,
                ["idx_size"] = 0,
                ["aliases"] = new JArray(),
            };
        }

        return CkanOutcome.Ok(answer);
    }

    /// <summary>The resource asked for; <c>id</c> is another name of <c>resource_id</c>.</summary>
    private static string Id(Arguments arguments) =>
        arguments["resource_id"] is null && arguments["id"] is not null ? arguments.Required("id") : arguments.Required("resource_id");

    private static JObject Field(DictionaryColumn column, DataDictionary dictionary, bool schema)
    {
        var field = DatastoreColumns.Field(column);
        if (schema)
        {
            var isKey = dictionary.Key is [var only] && only == column.Name;
            field["schema"] = new JObject
            {
                ["native_type"] = Native(column.Type),
                ["notnull"] = column.Required,
                ["index_name"] = null,
                ["is_index"] = false,
                ["uniquekey"] = column.Unique || isKey,
            };
        }

        return field;
    }

    /// <summary>PostgreSQL's word for a type, which is what CKAN's clients know.</summary>
    private static string Native(ColumnType type) => type switch
    {
        ColumnType.Integer or ColumnType.Year => "bigint",
        ColumnType.Number => "double precision",
        ColumnType.Decimal => "numeric",
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        ColumnType.DateTime => "timestamp without time zone",
        ColumnType.Time => "time without time zone",
        _ => "text",
    };
}
