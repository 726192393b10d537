using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Tests.OpenApi;

/// <summary>Values that a schema takes, and values that it does not: made by chance, the same for the same seed.</summary>
/// <param name="schemas">The named schemas of the document.</param>
/// <param name="random">The chance.</param>
/// <param name="known">What there is on the server, by the name of a parameter or a member.</param>
internal sealed class GeneratedValues(JObject schemas, Random random, IReadOnlyDictionary<string, string[]> known)
{
    private static readonly string[] Words = ["ข้อมูล", "Bangkok", "กรุงเทพมหานคร", "a b", "ไม่มี\"เครื่องหมาย", "<script>", "100%", "😀", "x".PadRight(300, 'x'), "' OR 1=1 --", "ก้", "﻿x"];

    /// <summary>The schema that a reference leads to.</summary>
    public JObject Resolved(JToken schema) => (string?)schema["$ref"] is { } reference ? Resolved(schemas[reference[(reference.LastIndexOf('/') + 1)..]]!) : (JObject)schema;

    /// <summary>A value that the schema takes.</summary>
    public JToken Valid(JToken named, string name)
    {
        var schema = Resolved(named);
        if (known.TryGetValue(name, out var values) && Kind(schema) is "string" or null && values!.Length > 0)
        {
            return values[random.Next(values.Length)];
        }

        if (schema["enum"] is JArray several)
        {
            return several[random.Next(several.Count)];
        }

        if ((schema["anyOf"] ?? schema["oneOf"] ?? schema["allOf"]) is JArray alternatives)
        {
            return Valid(alternatives[random.Next(alternatives.Count)], name);
        }

        return Kind(schema) switch
        {
            "integer" => Whole(schema),
            "number" => new JValue(Math.Round((random.NextDouble() * 20) - 10, 3)),
            "boolean" => random.Next(2) == 0,
            "array" => List(schema, name),
            "object" => Members(schema),
            "null" => JValue.CreateNull(),
            _ => Text(schema),
        };
    }

    /// <summary>Values that the schema does not take, as they stand in an address; none where it takes every text.</summary>
    public IEnumerable<string> Invalid(JToken named)
    {
        var schema = Resolved(named);
        if (schema["anyOf"] is JArray alternatives)
        {
            return alternatives.Select(a => Invalid(a).ToHashSet(StringComparer.Ordinal)).Aggregate((a, b) => [.. a.Where(v => b.Contains(v))]);
        }

        if (schema["enum"] is JArray)
        {
            return ["nothing-of-the-kind", "", "-1", "ไม่มี"];
        }

        return Kind(schema) switch
        {
            "integer" =>
            [
                "x", "1.5", "", "1e3", "99999999999999999999999", "nothing-of-the-kind", "ไม่มี",
                .. schema["minimum"] is { } least ? new[] { ((long)least - 1).ToString(CultureInfo.InvariantCulture) } : [],
                .. schema["maximum"] is { } most && (long)most < long.MaxValue ? new[] { ((long)most + 1).ToString(CultureInfo.InvariantCulture) } : [],
            ],
            "number" => ["x", "", "1,2,3,4,5,6", "1e999", "NaN"],
            "boolean" => ["yes", "", "TRUE", "1"],
            "array" => InvalidLists(schema),
            _ => InvalidTexts(schema),
        };
    }

    /// <summary>A document that differs from a valid one so that the schema does not take it; null where there is nothing to spoil.</summary>
    public JToken? Spoilt(JToken named)
    {
        var schema = Resolved(named);
        if (Valid(schema, "") is not JObject json)
        {
            return null;
        }

        var required = (schema["required"] as JArray ?? []).Values<string>().ToList();
        var typed = ((JObject?)schema["properties"])?.Properties().Where(p => Kind(Resolved(p.Value)) is "integer" or "boolean" or "array" || (Kind(Resolved(p.Value)) == "string" && !IsNullable(Resolved(p.Value)))).ToList() ?? [];
        switch (random.Next(4))
        {
            case 0 when required.Count > 0:
                json.Remove(required[random.Next(required.Count)]!);
                return json;
            case 1 when (bool?)schema["additionalProperties"] == false:
                json["nothing-of-the-kind"] = 1;
                return json;
            case 2 when typed.Count > 0:
                var member = typed[random.Next(typed.Count)];
                json[member.Name] = Kind(Resolved(member.Value)) == "string" ? new JArray(1) : new JObject { ["x"] = "y" };
                return json;
            default:
                return new JArray(json);
        }
    }

    /// <summary>How a value stands in an address.</summary>
    public static string InAddress(JToken value) => value switch
    {
        JArray several => string.Join(',', several.Select(v => InAddress(v) is var text && text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text)),
        { Type: JTokenType.Boolean } => (bool)value ? "true" : "false",
        JValue { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string?)value ?? "",
    };

    private static string? Kind(JObject schema) => schema["type"] switch
    {
        JArray several => several.Values<string>().FirstOrDefault(t => t != "null"),
        { } one => (string?)one,
        _ => schema["properties"] is not null ? "object" : null,
    };

    private static bool IsNullable(JObject schema) => schema["type"] is JArray several && several.Values<string>().Contains("null");

    private JToken Whole(JObject schema)
    {
        var (least, most) = ((long?)schema["minimum"] ?? -100, (long?)schema["maximum"] ?? 10_000);
        return random.Next(4) switch { 0 => least, 1 => most, _ => random.NextInt64(least, Math.Min(most, least + 1000) + (most < long.MaxValue ? 1 : 0)) };
    }

    private JArray List(JObject schema, string name)
    {
        var (least, most) = ((int?)schema["minItems"] ?? 0, Math.Min((int?)schema["maxItems"] ?? 3, Math.Max(3, (int?)schema["minItems"] ?? 0)));
        var count = random.Next(least, most + 1);
        var items = Enumerable.Range(0, count).Select(_ => Valid(schema["items"]!, name));
        return new JArray(least == most ? items : items.DistinctBy(i => i.ToString().TrimStart('-')));
    }

    private JObject Members(JObject schema)
    {
        var required = (schema["required"] as JArray ?? []).Values<string>().ToHashSet(StringComparer.Ordinal);
        var json = new JObject();
        foreach (var member in ((JObject?)schema["properties"])?.Properties() ?? [])
        {
            if (required.Contains(member.Name) || random.Next(2) == 0)
            {
                json[member.Name] = Valid(member.Value, member.Name);
            }
        }

        return json;
    }

    private JToken Text(JObject schema)
    {
        if (schema["examples"] is JArray { Count: > 0 } examples && (schema["pattern"] is not null || random.Next(2) == 0))
        {
            return examples[random.Next(examples.Count)];
        }

        return (string?)schema["format"] switch
        {
            "date" => new DateOnly(2026, 1, 1).AddDays(random.Next(300)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => "2026-01-31T08:30:00Z",
            "uuid" => new Guid(random.Next(), 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]).ToString(),
            _ => schema["pattern"] is { } pattern ? Matching((string)pattern!) : Words[random.Next(Words.Length)] is var word && schema["maxLength"] is { } most && word.Length > (int)most ? word[..(int)most] : word,
        };
    }

    /// <summary>A text of one of the patterns that the document has.</summary>
    private static string Matching(string pattern) => new[] { "a-slug_1", "2026-01-31", "2026-01-31T08:30:00", "08:30", new string('A', 43), new string('a', 64), "2026-01" }
        .FirstOrDefault(text => System.Text.RegularExpressions.Regex.IsMatch(text, pattern)) ?? throw new InvalidOperationException($"No text is known that matches {pattern}: add one here.");

    private IEnumerable<string> InvalidLists(JObject schema)
    {
        var items = Resolved(schema["items"]!);
        if (items["enum"] is not null || items["pattern"] is not null || Kind(items) != "string" || items["format"] is not null)
        {
            foreach (var value in Invalid(items).Where(v => !v.Contains(',', StringComparison.Ordinal) && (v.Length > 0 || (int?)schema["minItems"] != 0)))
            {
                yield return value;
                yield return InAddress(Valid(items, "")) + "," + value;
            }
        }

        if (schema["maxItems"] is { } most)
        {
            yield return string.Join(',', Enumerable.Range(0, (int)most + 1).Select(_ => InAddress(Valid(items, ""))));
        }
    }

    private static IEnumerable<string> InvalidTexts(JObject schema)
    {
        if ((string?)schema["format"] is "date" or "date-time" or "uuid")
        {
            return ["2026-02-30", "x", "", "31/01/2569"];
        }

        return schema["pattern"] is { } pattern ? new[] { "NO SUCH THING", "", "ไม่มี", "-", "../x" }.Where(text => !System.Text.RegularExpressions.Regex.IsMatch(text, (string)pattern!))
            : schema["maxLength"] is { } most ? [new string('x', (int)most + 1)]
            : [];
    }
}
