using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>
/// Sees at a glance that a document obeys its schema. It knows the keywords that our schemas use and says yes only where it is sure;
/// everything else is for NJsonSchema, which also says what is wrong. A good document, which is the usual one, spares a cold process
/// compiling that library: longer work than checking a small file.
/// </summary>
/// <param name="schema">The schema, as written.</param>
internal sealed class SchemaGlance(JObject schema)
{
    private readonly Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);

    /// <summary>True where <paramref name="root"/> is sure to be valid.</summary>
    public bool IsValid(JToken root) => Obeys(root, schema);

    private bool Obeys(JToken value, JObject rules)
    {
        foreach (var rule in rules)
        {
            if (!Obeys(value, rules, rule.Key, rule.Value!))
            {
                return false;
            }
        }

        return true;
    }

    private bool Obeys(JToken value, JObject rules, string keyword, JToken asked) => keyword switch
    {
        "$schema" or "title" or "description" or "definitions" => true,
        "$ref" => JsonPointer.Find(schema, ((string)asked!).TrimStart('#')) is JObject referred && Obeys(value, referred),
        "allOf" => asked.All(part => Obeys(value, (JObject)part)),
        "anyOf" => asked.Any(part => Obeys(value, (JObject)part)),
        "type" => asked is JArray types ? types.Any(type => IsOf(value, (string)type!)) : IsOf(value, (string)asked!),
        "enum" => asked.Any(allowed => JToken.DeepEquals(allowed, value)),
        "properties" => value is not JObject owner || MembersObey(owner, (JObject)asked),
        "additionalProperties" => value is not JObject closed || (asked.Type == JTokenType.Boolean && closed.Properties().All(m => rules["properties"]?[m.Name] is not null)),
        "required" => value is not JObject holder || asked.All(name => holder.ContainsKey((string)name!)),
        "minProperties" => value is not JObject several || several.Count >= (int)asked,
        "items" => value is not JArray items || (asked is JObject each && items.All(item => Obeys(item, each))),
        "minItems" => value is not JArray list || list.Count >= (int)asked,
        "uniqueItems" => value is not JArray set || AreDifferent(set),
        _ => ValueObeys(value, keyword, asked),
    };

    private bool ValueObeys(JToken value, string keyword, JToken asked) => keyword switch
    {
        // A text of one character or more, however characters are counted.
        "minLength" => value.Type != JTokenType.String || ((int)asked == 1 && ((string)value!).Length > 0),
        "pattern" => value.Type != JTokenType.String || IsMatch((string)asked!, (string)value!),
        "format" => value.Type != JTokenType.String || DocumentFormats.All.Any(f => f.Format == (string)asked! && f.IsValid((string)value!, value.Type)),
        "minimum" => !IsOf(value, "number") || Number(value) >= Number(asked),
        "maximum" => !IsOf(value, "number") || Number(value) <= Number(asked),
        _ => keyword.StartsWith("x-", StringComparison.Ordinal),
    };

    private bool MembersObey(JObject owner, JObject properties)
    {
        foreach (var member in owner)
        {
            if (properties[member.Key] is JObject rules && !Obeys(member.Value!, rules))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"$" in a .NET pattern lets one line break pass at the end: such a text is for a closer look.</summary>
    private bool IsMatch(string pattern, string text)
    {
        if (!patterns.TryGetValue(pattern, out var regex))
        {
            patterns.Add(pattern, regex = new Regex(pattern));
        }

        return !text.EndsWith('\n') && regex.IsMatch(text);
    }

    private static bool AreDifferent(JArray set) =>
        set.All(item => item.Type == JTokenType.String) && set.Select(item => (string)item!).Distinct(StringComparer.Ordinal).Count() == set.Count;

    private static bool IsOf(JToken value, string type) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "integer" => value.Type == JTokenType.Integer,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        _ => false,
    };

    private static decimal Number(JToken value) => ((JValue)value).Value is System.Numerics.BigInteger big
        ? big.Sign * decimal.MaxValue
        : Convert.ToDecimal(((JValue)value).Value, CultureInfo.InvariantCulture);
}
