using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas.Exchange;

/// <summary>Makes the JSON of our dictionary from a document of another standard; what it cannot carry over it notes.</summary>
internal abstract partial class DictionaryReader
{
    /// <summary>Where our own members stand in what we write, so that reading it again gives the same dictionary.</summary>
    public const string Own = "opendata";

    private readonly List<Loss> losses = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public IReadOnlyList<Loss> Losses => losses;

    /// <summary>The document as JSON of our dictionary, not yet checked.</summary>
    public abstract JObject Read();

    protected void Lose(string pointer, string th, string en) => losses.Add(new Loss(pointer, new LocalText(th, en)));

    /// <summary>Notes members that we have no place for.</summary>
    protected void LoseOthers(JObject json, string pointer, params ReadOnlySpan<string> known)
    {
        foreach (var member in json.Properties())
        {
            if (!known.Contains(member.Name) && member.Value.Type != JTokenType.Null)
            {
                Lose(JsonPointer.Member(pointer, member.Name), $"ไม่มีที่เก็บ “{member.Name}” ในพจนานุกรมข้อมูล จึงไม่ได้นำมา", $"The dictionary has no place for “{member.Name}”; it was left out.");
            }
        }
    }

    /// <summary>An identifier for a column: its name where that is one, else one that says its place; the name becomes the header.</summary>
    protected string Identifier(string name, int index, string pointer)
    {
        var identifier = IsIdentifier().IsMatch(name) ? name : Plain(name);
        if (identifier.Length == 0 || !taken.Add(identifier))
        {
            identifier = string.Create(CultureInfo.InvariantCulture, $"column_{index + 1}");
            taken.Add(identifier);
        }

        if (identifier != name)
        {
            Lose(pointer, $"“{name}” ใช้เป็นชื่อตัวแปรไม่ได้ จึงตั้งชื่อ {identifier} และเก็บชื่อเดิมเป็นหัวคอลัมน์", $"“{name}” is no identifier; the column is called {identifier}, and the name is kept as its header.");
        }

        return identifier;
    }

    /// <summary>What a column means, which our dictionary must say: where the document does not, its title or its name stands for it.</summary>
    protected JToken Description(JToken? given, JToken? title, string name, string pointer)
    {
        if (Some(given) is not null)
        {
            return given!;
        }

        Lose(pointer, "ไม่มีคำอธิบาย จึงใช้ชื่อคอลัมน์แทน ควรเขียนคำอธิบาย", "It has no description; the name stands for it. Write one.");
        return Some(title) ?? name;
    }

    /// <summary>The value, or null: a null string becomes a token that holds null.</summary>
    protected static JToken? Some(JToken? token) => token is JValue { Value: null } ? null : token;

    protected static string? Word(JToken? token) => token is JValue { Value: string { Length: > 0 } text } && text.Trim().Length > 0 ? text : null;

    private static string Plain(string name)
    {
        var words = NotOfIdentifier().Replace(name.Trim().ToLowerInvariant(), "_").Trim('_');
        return words.Length > 0 && char.IsAsciiDigit(words[0]) ? "_" + words : words;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsIdentifier();

    [GeneratedRegex("[^a-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfIdentifier();
}
