using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpenData.Schemas;

/// <summary>A document as it was given: its tree, and on which line each part of it stands.</summary>
internal sealed class JsonSource
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private JsonSource(JToken root) => Root = root;

    /// <summary>The tree; it is not to be changed, for it knows the lines.</summary>
    public JToken Root { get; }

    /// <summary>Parses a text, or tells why it is no JSON.</summary>
    public static (JsonSource? Source, IReadOnlyList<DocumentError> Errors) Parse(string json)
    {
        var text = json.StartsWith('\uFEFF') ? json[1..] : json;
        if (Encoding.UTF8.GetByteCount(text) is var size and > DocumentLimits.MaxBytes)
        {
            return (null, [JsonFaults.TooLarge(size)]);
        }

        return JsonSyntax.Check(Encoding.UTF8.GetBytes(text)) is { Count: > 0 } malformed ? (null, malformed) : Load(text);
    }

    /// <summary>The text of the bytes of a document, which are UTF-8 (RFC 8259, 8.1), or the fault of them.</summary>
    public static (string? Text, DocumentError? Error) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > DocumentLimits.MaxBytes)
        {
            return (null, JsonFaults.TooLarge(bytes.Length));
        }

        try
        {
            return (StrictUtf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException broken)
        {
            return (null, JsonFaults.NotUtf8(bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n') + 1));
        }
    }

    /// <summary>The 1-based line of what <paramref name="pointer"/> points at, or of the nearest thing around it.</summary>
    public int LineOf(string pointer)
    {
        for (var at = pointer; ; at = JsonPointer.Parent(at))
        {
            if (JsonPointer.Find(Root, at) is { } token)
            {
                IJsonLineInfo place = token.Parent is JProperty member ? member : token;
                return place.HasLineInfo() ? place.LineNumber : 1;
            }
        }
    }

    private static (JsonSource? Source, IReadOnlyList<DocumentError> Errors) Load(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            // A date stays the text it was; a bound keeps its digits (0.10 is not 0.1).
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = DocumentLimits.MaxDepth + 1,
        };
        try
        {
            return (new JsonSource(JToken.ReadFrom(reader)), []);
        }
        catch (JsonReaderException overflow)
        {
            // The text is well-formed already: only a number can still be refused.
            return (null, [JsonFaults.NumberTooLarge("", overflow.LineNumber)]);
        }
    }
}
