using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace OpenData.GraphQL.Text;

/// <summary>Values as messages show them: short, and cut where they are deep or long.</summary>
internal static class Inspect
{
    const int MaxItems = 10;
    const int MaxDepth = 2;

    public static string Value(JsonElement value) => Format(value, 0);

    public static string Value(object? value) => Format(value, 0);

    static string Format(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => JsString.Quoted(value.GetString()!),
        JsonValueKind.Number => JsNumber.Format(value.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => List(value.EnumerateArray().Take(MaxItems).Select(i => (object?)i), value.GetArrayLength(), depth),
        JsonValueKind.Object => Object(value.EnumerateObject().Select(p => (p.Name, (object?)p.Value)), depth),
        JsonValueKind.Null => "null",
        _ => "undefined",
    };

    static string Format(object? value, int depth) => value switch
    {
        null => "null",
        string text => JsString.Quoted(text),
        bool flag => flag ? "true" : "false",
        double number => JsNumber.Format(number),
        float number => JsNumber.Format(number),
        JsonElement element => Format(element, depth),
        IReadOnlyDictionary<string, object?> map => Object(map.Select(p => (p.Key, p.Value)), depth),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ICollection list => List(list.Cast<object?>().Take(MaxItems), list.Count, depth),
        _ => $"[{value.GetType().Name}]",
    };

    static string List(IEnumerable<object?> first, int count, int depth)
    {
        if (count == 0) return "[]";
        if (depth >= MaxDepth) return "[Array]";
        var items = first.Select(i => Format(i, depth + 1)).ToList();
        if (count == MaxItems + 1) items.Add("... 1 more item");
        else if (count > MaxItems) items.Add($"... {count - MaxItems} more items");
        return $"[{string.Join(", ", items)}]";
    }

    static string Object(IEnumerable<(string Name, object? Value)> fields, int depth)
    {
        var all = fields.ToList();
        if (all.Count == 0) return "{}";
        return depth >= MaxDepth ? "[Object]" : $"{{ {string.Join(", ", all.Select(f => $"{f.Name}: {Format(f.Value, depth + 1)}"))} }}";
    }
}
