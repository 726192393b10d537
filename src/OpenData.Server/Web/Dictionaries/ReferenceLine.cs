using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Server.Web.Dictionaries;

/// <summary>A reference as a line: <c>province_id -> provinces/provinces: id</c>; several columns stand with commas between them.</summary>
internal static class ReferenceLine
{
    public static string Write(Reference reference) =>
        $"{string.Join(", ", reference.Columns)} -> {reference.Dataset}{(reference.Resource is null ? "" : "/" + reference.Resource)}: {string.Join(", ", reference.To)}";

    /// <summary>The reference of a line as <c>dictionary.schema.json</c> has it; the text itself where it cannot be read as one.</summary>
    public static JToken Read(string line)
    {
        var ends = line.Split("->", 2, StringSplitOptions.TrimEntries);
        var target = ends.Length == 2 ? ends[1].Split(':', 2, StringSplitOptions.TrimEntries) : [];
        if (target.Length != 2 || ends[0].Length == 0)
        {
            return line;
        }

        var place = target[0].Split('/', 2, StringSplitOptions.TrimEntries);
        var reference = new JObject { ["columns"] = Names(ends[0]), ["dataset"] = place[0] };
        if (place.Length == 2)
        {
            reference["resource"] = place[1];
        }

        reference["to"] = Names(target[1]);
        return reference;
    }

    private static JArray Names(string list) => new(list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
