using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Server.Ckan;

/// <summary>The arguments of an action, read as CKAN's validators read them; each fault is noted under its name.</summary>
internal sealed class Arguments(JObject json)
{
    private readonly JObject faults = [];

    /// <summary>The names that were given.</summary>
    public IEnumerable<string> Names => json.Properties().Select(p => p.Name);

    public bool HasFaults => faults.Count > 0;

    /// <summary>The faults as CKAN's validation error.</summary>
    public CkanOutcome Refusal => CkanOutcome.Invalid((JObject)faults.DeepClone());

    public JToken? this[string name] => json[name] is { Type: not JTokenType.Null } value ? value : null;

    /// <summary>The arguments in one spelling, for telling one answer from another.</summary>
    public string Canonical => json.ToString(Formatting.None);

    public void Fault(string name, string message)
    {
        if (faults[name] is JArray known)
        {
            known.Add(message);
        }
        else
        {
            faults[name] = new JArray(message);
        }
    }

    /// <summary>A text; a number or truth value is taken as it is written. Null where it is not given, or is a fault.</summary>
    public string? Text(string name)
    {
        switch (this[name])
        {
            case null:
                return null;
            case JValue value:
                return Text(value);
            case JArray { Count: > 0 } several when several.All(v => v is JValue):
                // The same parameter several times in an address: CKAN's text fields take none of it.
                Fault(name, "Must be a Unicode string value");
                return null;
            default:
                Fault(name, "Must be a Unicode string value");
                return null;
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Required(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && faults[name] is null)
        {
            Fault(name, "Missing value");
        }

        return text ?? "";
    }

    /// <summary>A whole number not below zero.</summary>
    public int Natural(string name, int otherwise, int most = int.MaxValue)
    {
        if (this[name] is not { } given || (given is JValue { Value: string { Length: 0 } }))
        {
            return otherwise;
        }

        if (given is not JValue value || !long.TryParse(Text(value), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number))
        {
            Fault(name, "Invalid integer");
            return otherwise;
        }

        if (number < 0)
        {
            Fault(name, "Must be a natural number");
        }

        return (int)Math.Clamp(number, 0, most);
    }

    /// <summary>A truth value, as CKAN's <c>boolean_validator</c> takes it: <c>true yes t y 1</c>; any other text is false.</summary>
    public bool Truth(string name, bool otherwise) => this[name] switch
    {
        null => otherwise,
        JValue { Value: bool truth } => truth,
        JValue value => Text(value).Trim().ToUpperInvariant() is "TRUE" or "YES" or "T" or "Y" or "1" or "ON",
        _ => otherwise,
    };

    /// <summary>Several texts: a list, or one text with commas between them. Null where none are given.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        switch (this[name])
        {
            case null:
                return null;
            case JArray several when several.All(v => v is JValue { Value: not null }):
                return [.. several.Select(v => Text((JValue)v).Trim())];
            case JValue value:
                return [.. Text(value).Split(',').Select(t => t.Trim()).Where(t => t.Length > 0)];
            default:
                Fault(name, "Not a list");
                return null;
        }
    }

    /// <summary>A document: given as one, or as a text that is JSON. Null where it is not given, or is a fault.</summary>
    public JToken? Document(string name)
    {
        switch (this[name])
        {
            case null:
                return null;
            case JValue { Value: string text }:
                if (ArgumentReader.TryParse(text, out var parsed))
                {
                    return parsed;
                }

                Fault(name, "Cannot parse JSON");
                return null;
            case var document:
                return document;
        }
    }

    /// <summary>Notes what is given beside <paramref name="known"/>, as CKAN's <c>__extras</c>.</summary>
    public void Refuse(params string[] known)
    {
        var unknown = Names.Where(n => !known.Contains(n, StringComparer.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            faults["__extras"] = new JArray(unknown.Select(n => $"The input field {n} was not expected."));
        }
    }

    /// <summary>A value as it is written.</summary>
    public static string Text(JValue value) => value.Value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
