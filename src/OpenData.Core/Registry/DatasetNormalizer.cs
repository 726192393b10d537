using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>Turns what people and catalogs write into what the schema says, where there is no doubt what is meant. What is in doubt stays, to be told.</summary>
internal sealed class DatasetNormalizer(JObject form)
{
    private static readonly char[] Separators = [',', ';', '|', '\n', '\r'];

    public void Normalize()
    {
        Fields(form, "");
        if (form["resources"] is JArray resources)
        {
            for (var i = 0; i < resources.Count; i++)
            {
                if (resources[i] is JObject resource)
                {
                    Fields(resource, JsonPointer.Element("/resources", i));
                }
            }
        }
    }

    private static void Fields(JObject json, string pointer)
    {
        foreach (var property in json.Properties().ToArray())
        {
            if (SchemaFile.Dataset.Field(JsonPointer.Member(pointer, property.Name)) is not { } field)
            {
                continue;
            }

            // An empty list where no list belongs is a fault, not an empty field.
            var mayBeEmpty = property.Value is not JContainer container || field.Types.Contains(container is JArray ? "array" : "object");
            if (mayBeEmpty && IsBlank(property.Value))
            {
                // A web form sends every field; one left empty was not given.
                property.Remove();
            }
            else
            {
                property.Value = Value(property.Name, field, property.Value);
            }
        }
    }

    private static bool IsBlank(JToken value)
    {
        if (value is JObject text)
        {
            foreach (var language in text.Properties().Where(p => p.Name is "th" or "en" && IsBlank(p.Value)).ToArray())
            {
                language.Remove();
            }
        }

        return value switch
        {
            { Type: JTokenType.Null } => true,
            JValue { Value: string s } => string.IsNullOrWhiteSpace(s),
            JContainer container => container.Count == 0,
            _ => false,
        };
    }

    private static JToken Value(string name, SchemaField field, JToken value)
    {
        if (name == "tag_string")
        {
            return Tags(value);
        }

        if (field.Keyword("x-codelist") is not null)
        {
            return field.Types.Contains("array") ? Several(name, value) : One(name, value);
        }

        if (value is not JValue { Value: string text })
        {
            return value;
        }

        return field.Types switch
        {
            ["boolean"] when CodeLists.Truth(name, text) is { } truth => truth,
            ["integer"] when long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            ["number"] when decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ when name == "maintainer_email" && CodeText.Plain(text) is "unknown" or "ไม่ทราบ" => "unknown",
            _ => value,
        };
    }

    private static JToken One(string list, JToken value) => value is JValue { Value: string text } ? CodeLists.CodeOf(list, text) ?? value : value;

    private static JToken Several(string list, JToken value)
    {
        var given = value switch
        {
            JArray array => array,
            JValue { Value: string } => new JArray(value),
            _ => null,
        };
        if (given is null)
        {
            return value;
        }

        // Split only what is no value as a whole, and then each value counts once.
        var several = given.SelectMany(v => v is JValue { Value: string text } && CodeLists.CodeOf(list, text) is null ? Split(text) : [v]).ToArray();
        return new JArray(several.Select(v => One(list, v)).DistinctBy(v => v.ToString()));
    }

    private static JToken Tags(JToken value) => value switch
    {
        JValue { Value: string text } => new JArray(Split(text).DistinctBy(t => (string?)t)),
        JArray tags => new JArray(tags.Where(t => !IsBlank(t))),
        _ => value,
    };

    private static IEnumerable<JToken> Split(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => new JValue(t));
}
