using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenData.Server.Dcat.Rdf;

/// <summary>Writes a graph as JSON-LD 1.1: its context holds prefixes alone and is inside, so that no client asks another host.</summary>
internal static class JsonLdWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(RdfGraph graph)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            foreach (var (prefix, address) in graph.Prefixes.All)
            {
                json.WriteString(prefix, address);
            }

            json.WriteEndObject();
            json.WriteStartArray("@graph");
            foreach (var (subject, statements) in graph.Subjects)
            {
                Describe(json, subject, statements);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Describe(Utf8JsonWriter json, string subject, IReadOnlyList<RdfStatement> statements)
    {
        json.WriteStartObject();
        json.WriteString("@id", subject);
        foreach (var group in statements.GroupBy(s => s.Predicate))
        {
            if (group.Key == "rdf:type")
            {
                json.WriteStartArray("@type");
                foreach (var statement in group)
                {
                    json.WriteStringValue(((RdfAddress)statement.Object).Address);
                }
            }
            else
            {
                json.WriteStartArray(group.Key);
                foreach (var statement in group)
                {
                    Term(json, statement.Object);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Term(Utf8JsonWriter json, RdfTerm term)
    {
        json.WriteStartObject();
        switch (term)
        {
            case RdfAddress address:
                json.WriteString("@id", address.Address);
                break;
            case RdfValue value:
                json.WriteString("@value", value.Text);
                if (value.Language is { } language)
                {
                    json.WriteString("@language", language);
                }
                else if (value.Datatype is { } datatype)
                {
                    json.WriteString("@type", datatype);
                }

                break;
        }

        json.WriteEndObject();
    }
}
