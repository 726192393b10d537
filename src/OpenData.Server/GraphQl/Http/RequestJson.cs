using System.Text.Json;
using System.Text.Unicode;

namespace OpenData.Server.GraphQl.Http;

/// <summary>Reads JSON that a client sent, and refuses whatever would fail later: broken UTF-8 and halves of characters too.</summary>
internal static class RequestJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = GraphQlServerLimits.JsonDepth };
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = GraphQlServerLimits.JsonDepth };

    /// <summary>The document, or the refusal.</summary>
    public static (JsonDocument? Document, HttpRefusal? Refusal) Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return (null, HttpTexts.NotUtf8(FirstFault(utf8.Span)));
        }

        try
        {
            if (HasHalves(utf8.Span))
            {
                return (null, HttpTexts.LoneSurrogate);
            }

            return (JsonDocument.Parse(utf8, Options), null);
        }
        catch (JsonException fault)
        {
            return (null, HttpTexts.NotJson(fault.LineNumber, fault.BytePositionInLine));
        }
    }

    private static int FirstFault(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>Escaped halves of surrogate pairs are valid JSON, but no text: reading one is an exception wherever it happens.</summary>
    private static bool HasHalves(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(bytes, ReaderOptions);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
