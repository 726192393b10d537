using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>JSON pointers (RFC 6901): how the faults of a document say where they are.</summary>
internal static class JsonPointer
{
    /// <summary>The pointer of the member <paramref name="name"/> of the object at <paramref name="parent"/>.</summary>
    public static string Member(string parent, string name) =>
        parent + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The pointer of the element <paramref name="index"/> of the array at <paramref name="parent"/>.</summary>
    public static string Element(string parent, int index) => parent + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The pointer of the object or array that holds what <paramref name="pointer"/> points at.</summary>
    public static string Parent(string pointer) => pointer.LastIndexOf('/') is var at and >= 0 ? pointer[..at] : "";

    /// <summary>The reference tokens of a pointer, unescaped.</summary>
    public static IReadOnlyList<string> Segments(string pointer) => pointer.Length == 0
        ? []
        : [.. pointer[1..].Split('/').Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    /// <summary>What a pointer points at, or null where there is no such thing.</summary>
    public static JToken? Find(JToken root, string pointer)
    {
        JToken? at = root;
        foreach (var segment in Segments(pointer))
        {
            at = at switch
            {
                JObject members => members.Property(segment, StringComparison.Ordinal)?.Value,
                JArray elements when Index(segment) is { } index && index < elements.Count => elements[index],
                _ => null,
            };
        }

        return at;
    }

    /// <summary>
    /// Turns a path of NJsonSchema (<c>#/columns[0].name</c>) into a pointer. Member names may hold dots and
    /// brackets themselves, so the path is read along the document and not by its punctuation alone.
    /// </summary>
    public static string FromPath(JToken root, string path)
    {
        var rest = path.TrimStart('#', '/');
        var pointer = "";
        JToken? at = root;
        while (rest.Length > 0)
        {
            if (at is JArray elements && rest[0] == '[' && rest.IndexOf(']', StringComparison.Ordinal) is var end and > 0 && Index(rest[1..end]) is { } index)
            {
                pointer = Element(pointer, index);
                at = index < elements.Count ? elements[index] : null;
                rest = rest[(end + 1)..].TrimStart('.');
                continue;
            }

            var name = at is JObject members ? FirstMember(members, rest) ?? rest : rest;
            pointer = Member(pointer, name);
            at = (at as JObject)?.Property(name, StringComparison.Ordinal)?.Value;
            rest = rest[name.Length..].TrimStart('.');
        }

        return pointer;
    }

    /// <summary>
    /// The member that a path begins with: all of it (an unknown field may be called anything), else up to the first
    /// sign that ends the name of a member. Looked up, not searched for: a hostile document has a million members.
    /// </summary>
    private static string? FirstMember(JObject members, string path)
    {
        for (var end = path.Length; end > 0; end = end == path.Length ? path.AsSpan().IndexOfAny('.', '[') : Next(path, end))
        {
            if (members.Property(path[..end], StringComparison.Ordinal) is not null)
            {
                return path[..end];
            }
        }

        return null;
    }

    private static int Next(string path, int after) => path.AsSpan(after + 1).IndexOfAny('.', '[') is var at and >= 0 ? after + 1 + at : -1;

    private static int? Index(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
