using System.Text;
using System.Text.Json;

namespace OpenData.Schemas;

/// <summary>
/// Checks that a text is JSON (RFC 8259) to the letter. Newtonsoft, which builds the tree, would let comments,
/// trailing commas, single quotes, NaN and repeated keys pass; another program would then read another document.
/// </summary>
internal static class JsonSyntax
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = DocumentLimits.MaxDepth + 1 };

    /// <summary>The first malformed place, or every repeated key; empty for a well-formed text.</summary>
    public static IReadOnlyList<DocumentError> Check(ReadOnlySpan<byte> utf8)
    {
        var faults = new List<DocumentError>();
        var open = new Stack<Container>();
        var line = 1;
        long counted = 0;
        var last = JsonTokenType.None;
        var reader = new Utf8JsonReader(utf8, Strict);
        try
        {
            while (faults.Count < DocumentLimits.MaxFaults && reader.Read())
            {
                line += utf8[(int)counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                counted = reader.TokenStartIndex;
                last = reader.TokenType;
                switch (last)
                {
                    case JsonTokenType.PropertyName:
                        Name(open.Peek(), reader.GetString()!, line, faults);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        var here = Place(open);
                        if (open.Count == DocumentLimits.MaxDepth)
                        {
                            return [JsonFaults.TooDeep(here, line)];
                        }

                        open.Push(new Container(here, last == JsonTokenType.StartObject));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        break;
                    default:
                        Place(open);
                        break;
                }
            }
        }
        catch (JsonException malformed)
        {
            return [Malformed(utf8, malformed, last, open)];
        }
        catch (InvalidOperationException)
        {
            // GetString of a name whose escapes are half a surrogate pair.
            return [JsonFaults.Malformed(open.Peek().Pointer, line, "\\u", "ข้อความที่เป็น Unicode ถูกต้อง", "valid Unicode text")];
        }

        return faults;
    }

    private static void Name(Container container, string name, int line, List<DocumentError> faults)
    {
        container.Name = name;
        if (!container.Names!.Add(name))
        {
            faults.Add(JsonFaults.DuplicateKey(JsonPointer.Member(container.Pointer, name), line, name));
        }
    }

    private static string Place(Stack<Container> open)
    {
        if (!open.TryPeek(out var container))
        {
            return "";
        }

        return container.Names is null
            ? JsonPointer.Element(container.Pointer, container.Count++)
            : JsonPointer.Member(container.Pointer, container.Name);
    }

    private static DocumentError Malformed(ReadOnlySpan<byte> utf8, JsonException malformed, JsonTokenType last, Stack<Container> open)
    {
        var line = (int)(malformed.LineNumber ?? 0) + 1;
        var at = Offset(utf8, line, (int)(malformed.BytePositionInLine ?? 0));
        var found = Found(utf8, at);
        var pointer = open.TryPeek(out var container) ? container.Pointer : "";
        if (found is "/" or "#")
        {
            return JsonFaults.Comment(pointer, line);
        }

        if (found is "}" or "]" && Before(utf8, at) == (byte)',')
        {
            return JsonFaults.TrailingComma(pointer, line, found);
        }

        var (th, en) = Expected(last, container, found);
        return JsonFaults.Malformed(pointer, line, found, th, en);
    }

    private static (string Th, string En) Expected(JsonTokenType last, Container? container, string found) => (last, container) switch
    {
        (_, _) when found == "'" => ("เครื่องหมายคำพูดคู่ (\")", "a double quote (\")"),
        (JsonTokenType.None, _) => ("{ ที่เริ่มเอกสาร", "{ that opens the document"),
        (JsonTokenType.PropertyName, _) => ("ค่าของฟิลด์ (ข้อความใน \"…\", ตัวเลข, true, false, { หรือ [)", "a value (text in \"…\", a number, true, false, { or [)"),
        (JsonTokenType.StartObject, _) => ("ชื่อฟิลด์ใน \"…\" ตามด้วย : หรือ }", "a field name in \"…\" followed by :, or }"),
        (JsonTokenType.StartArray, _) => ("ค่า หรือ ]", "a value, or ]"),
        (_, null) => ("จุดจบของเอกสาร", "the end of the document"),
        (_, { Names: null }) => (", และค่าถัดไป หรือ ]", ", and the next value, or ]"),
        _ => (", และชื่อฟิลด์ถัดไปใน \"…\" หรือ }", ", and the next field name in \"…\", or }"),
    };

    private static int Offset(ReadOnlySpan<byte> utf8, int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(start + column, utf8.Length);
    }

    private static string Found(ReadOnlySpan<byte> utf8, int at) =>
        at < utf8.Length && Rune.DecodeFromUtf8(utf8[at..], out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.ToString() : "";

    private static byte Before(ReadOnlySpan<byte> utf8, int at)
    {
        var text = utf8[..at].TrimEnd(" \t\r\n"u8);
        return text.IsEmpty ? (byte)0 : text[^1];
    }

    private sealed class Container(string pointer, bool isObject)
    {
        public string Pointer { get; } = pointer;

        /// <summary>The names met so far; null in an array.</summary>
        public HashSet<string>? Names { get; } = isObject ? new(StringComparer.Ordinal) : null;

        public string Name { get; set; } = "";
        public int Count { get; set; }
    }
}
