using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenData.GraphQL.Text;

/// <summary>Values as messages show them: short, and cut where they are deep or long.</summary>
internal static class Inspect
{
    const int MaxItems = 10;
    const int MaxDepth = 2;

    /// <summary>Characters of a text, and of the fields of an object: what is longer is no slip of the pen, and every error repeats it.</summary>
    const int MaxText = 1_000;

    public static string Value(JsonElement value) => Format(value, 0);

    public static string Value(object? value) => Format(value, 0);

    static string Format(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value.GetString()!),
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
        string text => Text(text),
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
        if (!fields.Any()) return "{}";
        if (depth >= MaxDepth) return "[Object]";
        var shown = new StringBuilder("{ ");
        foreach (var (name, value) in fields)
        {
            if (shown.Length > 2) shown.Append(", ");
            if (shown.Length > MaxText) return shown.Append("... }").ToString();
            shown.Append(Cut(name)).Append(": ").Append(Format(value, depth + 1));
        }
        return shown.Append(" }").ToString();
    }

    static string Text(string text) => JsString.Quoted(Cut(text));

    static string Cut(string text) => text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText), "…");
}
