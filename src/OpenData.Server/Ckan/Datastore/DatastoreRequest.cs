using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>Reads what <c>datastore_search</c> and the dump ask in common: columns, filters, words and order.</summary>
internal static class DatastoreRequest
{
    /// <summary>The query without offset and limit; null where something is a fault, which the arguments then hold.</summary>
    public static DatastoreQuery? Read(Arguments arguments, DataDictionary dictionary)
    {
        var columns = Columns(arguments, dictionary);
        var distinct = arguments.Truth("distinct", false) && !columns.Contains(DatastoreColumns.IdPosition);
        var where = Conditions(arguments, dictionary);
        string? fault = null;
        var order = DatastoreOrder.Read(arguments.Texts("sort") ?? [], dictionary, out fault);
        if (fault is not null)
        {
            arguments.Fault("sort", fault);
        }

        return arguments.HasFaults || order is not var (steps, backward) ? null : new DatastoreQuery
        {
            Columns = columns,
            Where = where,
            Order = distinct && backward ? [.. steps.Select(s => s with { Descending = !s.Descending })] : steps,
            Backward = backward,
            Distinct = distinct,
        };
    }

    private static List<int> Columns(Arguments arguments, DataDictionary dictionary)
    {
        if (arguments.Texts("fields") is not { Count: > 0 } names)
        {
            return [DatastoreColumns.IdPosition, .. Enumerable.Range(0, dictionary.Columns.Count)];
        }

        var columns = new List<int>();
        foreach (var name in names)
        {
            if (DatastoreColumns.Find(dictionary, name.Trim('"')) is not { } column)
            {
                arguments.Fault("fields", $"invalid value \"{name}\"");
            }
            else if (!columns.Contains(column))
            {
                columns.Add(column);
            }
        }

        return columns;
    }

    private static Filter? Conditions(Arguments arguments, DataDictionary dictionary)
    {
        var parts = new List<Filter>();
        if (arguments.Document("filters") is { } filters and not JValue { Value: null })
        {
            var reader = new DatastoreFilter(dictionary);
            parts.AddRange(reader.Read(filters) is { } filter ? [filter] : []);
            Note(arguments, "filters", reader.Fault);
        }

        foreach (var name in (string[])["q", "full_text"])
        {
            if (Query(arguments[name]) is { } query)
            {
                var reader = new DatastoreWords(dictionary, arguments.Truth("plain", true));
                parts.AddRange(reader.Read(query) is { } filter ? [filter] : []);
                Note(arguments, name, reader.Fault);
            }
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new Filter.And(parts) };
    }

    /// <summary>A text that is a JSON object is one; any other is looked for as it stands.</summary>
    private static JToken? Query(JToken? given) =>
        given is JValue { Value: string text } && text.TrimStart().StartsWith('{') && ArgumentReader.TryParse(text, out var parsed) && parsed is JObject ? parsed : given;

    private static void Note(Arguments arguments, string name, string? fault)
    {
        if (fault is not null)
        {
            arguments.Fault(name, fault);
        }
    }
}
