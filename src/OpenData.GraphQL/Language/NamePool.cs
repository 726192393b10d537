using System.Text;

namespace OpenData.GraphQL.Language;

/// <summary>One string per distinct name of a document: a field asked for a thousand times is one string.</summary>
internal sealed class NamePool
{
    readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);

    public string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > 64) return Encoding.UTF8.GetString(name);
        Span<char> chars = stackalloc char[64];
        var text = chars[..Encoding.UTF8.GetChars(name, chars)];
        var lookup = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known)) return known;
        var made = text.ToString();
        pool.Add(made, made);
        return made;
    }
}
