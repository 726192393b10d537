using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Server.Rest.RowQueries;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>
/// Reads <c>filters</c>: <c>{"column": value}</c>, a list for one of several, <c>{"column": {"gte": value}}</c>, a list at top level or
/// <c>"$or"</c> for alternatives. A value that no cell of a column can have is a fault; it names the column.
/// </summary>
internal sealed class DatastoreFilter(DataDictionary dictionary)
{
    private static readonly IReadOnlyDictionary<string, FilterOperator> Operators = new Dictionary<string, FilterOperator>(StringComparer.Ordinal)
    {
        ["eq"] = FilterOperator.Eq,
        ["lt"] = FilterOperator.Lt,
        ["lte"] = FilterOperator.Lte,
        ["gt"] = FilterOperator.Gt,
        ["gte"] = FilterOperator.Gte,
    };

    private int conditions;

    /// <summary>What is wrong, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The condition; null where there is none.</summary>
    public Filter? Read(JToken filters, int depth = 0)
    {
        if (depth > CkanLimits.FilterDepth)
        {
            return Fail(string.Create(CultureInfo.InvariantCulture, $"filters are nested more than {CkanLimits.FilterDepth} deep"));
        }

        switch (filters)
        {
            case JArray alternatives:
                return new Filter.Or([.. alternatives.Select(a => Read(a, depth + 1)).OfType<Filter>()]);
            case JObject together:
                var parts = together.Properties().Select(p => Property(p.Name, p.Value, depth)).OfType<Filter>().ToList();
                return parts.Count switch { 0 => null, 1 => parts[0], _ => new Filter.And(parts) };
            default:
                return Fail("Not a JSON object");
        }
    }

    private Filter? Property(string name, JToken value, int depth)
    {
        if (name is "$or" or "$and")
        {
            var parts = (value as JArray)?.Select(a => Read(a, depth + 1)).OfType<Filter>().ToList();
            return parts is null ? Fail($"{name} takes a list of filters") : name == "$or" ? new Filter.Or(parts) : new Filter.And(parts);
        }

        // "$$name" is the column "$name".
        var columnName = name.StartsWith("$$", StringComparison.Ordinal) ? name[1..] : name;
        if (DatastoreColumns.Find(dictionary, columnName) is not { } column)
        {
            return Fail($"invalid value \"{name}\"");
        }

        return value switch
        {
            JObject several => Range(column, columnName, several),
            JArray list => In(column, columnName, list),
            JValue { Value: null } => IsEmpty(column),
            JValue one => Compare(column, columnName, FilterOperator.Eq, one),
            _ => Fail($"invalid value \"{name}\""),
        };
    }

    private Filter? Range(int column, string name, JObject bounds)
    {
        var parts = new List<Filter>();
        foreach (var (word, bound) in bounds)
        {
            if (word == "in" && bound is JArray list)
            {
                parts.AddRange(In(column, name, list) is { } one ? [one] : []);
            }
            else if (!Operators.TryGetValue(word, out var how) || bound is not JValue value)
            {
                return Fail($"unknown filter operation for \"{name}\": \"{word}\"; it may be {string.Join(", ", Operators.Keys)}, in");
            }
            else if (how != FilterOperator.Eq && column >= 0 && dictionary.Columns[column].Type == ColumnType.Boolean)
            {
                return Fail($"\"{name}\" is a bool, which has no order; it may be compared by eq and in");
            }
            else if (Compare(column, name, how, value) is { } part)
            {
                parts.Add(part);
            }
        }

        return new Filter.And(parts);
    }

    private Filter? In(int column, string name, JArray list)
    {
        var values = new List<RowValue>();
        var orEmpty = false;
        foreach (var item in list)
        {
            if (item is not JValue value)
            {
                return Fail($"invalid value \"{name}\"");
            }

            if (value.Value is null)
            {
                orEmpty = true;
            }
            else if (Value(column, name, value) is { } read)
            {
                values.Add(read);
            }
        }

        var listed = column == DatastoreColumns.IdPosition
            ? new Filter.RowNumber(FilterOperator.In, [.. values.Select(v => v.Integer)])
            : (Filter)new Filter.Compare(column, FilterOperator.In, values);
        return orEmpty && IsEmpty(column) is { } empty ? new Filter.Or([listed, empty]) : listed;
    }

    private Filter? Compare(int column, string name, FilterOperator how, JValue value) => Value(column, name, value) is not { } read
        ? null
        : column == DatastoreColumns.IdPosition
            ? new Filter.RowNumber(how, [read.Integer])
            : new Filter.Compare(column, how, [read]);

    private static Filter? IsEmpty(int column) =>
        column == DatastoreColumns.IdPosition ? new Filter.Or([]) : new Filter.Compare(column, FilterOperator.IsNull, [RowValue.Of(true)]);

    private RowValue? Value(int column, string name, JValue value)
    {
        if (++conditions > CkanLimits.Conditions)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"more than {CkanLimits.Conditions} values"));
            return null;
        }

        var type = column == DatastoreColumns.IdPosition ? ColumnType.Integer : dictionary.Columns[column].Type;
        if (Read(Arguments.Text(value), type) is { } read)
        {
            return read;
        }

        Fail($"\"{name}\" is a {DatastoreColumns.TypeOf(type)}, and \"{Shown(Arguments.Text(value))}\" is none");
        return null;
    }

    /// <summary>A value as clients of CKAN write it: Python's truths, and a date where a time is kept.</summary>
    public static RowValue? Read(string text, ColumnType type) => type switch
    {
        ColumnType.Boolean => ValueText.Read(text.ToLowerInvariant() switch { "t" or "1" or "yes" => "true", "f" or "0" or "no" => "false", var word => word }, type),
        ColumnType.DateTime when text.Length == 10 => ValueText.Read(text + "T00:00:00", type),
        ColumnType.DateTime when text.Length > 10 && text[10] == ' ' => ValueText.Read(text[..10] + "T" + text[11..], type),
        ColumnType.Date when text.Length > 10 && text.AsSpan(10).StartsWith("T00:00:00") => ValueText.Read(text[..10], type),
        _ => ValueText.Read(text.Trim().Length == text.Length || type is ColumnType.Text or ColumnType.Code ? text : text.Trim(), type),
    };

    private Filter? Fail(string message)
    {
        Fault ??= message;
        return null;
    }

    private static string Shown(string text) => text.Length <= ServerLimits.ShownValue ? text : text[..ServerLimits.ShownValue] + "…";
}
