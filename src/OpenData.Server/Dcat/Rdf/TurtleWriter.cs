using System.Text;

namespace OpenData.Server.Dcat.Rdf;

/// <summary>Writes a graph as Turtle (RDF 1.1).</summary>
internal static class TurtleWriter
{
    public static byte[] Write(RdfGraph graph)
    {
        var text = new StringBuilder();
        foreach (var (prefix, address) in graph.Prefixes.All)
        {
            text.Append("@prefix ").Append(prefix).Append(": <").Append(address).Append("> .\n");
        }

        foreach (var (subject, statements) in graph.Subjects)
        {
            text.Append("\n<").Append(subject).Append("> ");
            Statements(text, statements, graph.Prefixes);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Statements(StringBuilder text, IReadOnlyList<RdfStatement> statements, RdfPrefixes prefixes)
    {
        var groups = statements.GroupBy(s => s.Predicate).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            text.Append(i == 0 ? "" : " ;\n    ").Append(groups[i].Key == "rdf:type" ? "a" : groups[i].Key).Append(' ');
            var first = true;
            foreach (var statement in groups[i])
            {
                text.Append(first ? "" : ", ");
                first = false;
                Term(text, statement.Object, prefixes);
            }
        }

        text.Append(" .\n");
    }

    private static void Term(StringBuilder text, RdfTerm term, RdfPrefixes prefixes)
    {
        switch (term)
        {
            case RdfAddress address:
                Address(text, address.Address, prefixes);
                break;
            case RdfValue value:
                Quote(text, value.Text);
                _ = value switch
                {
                    { Language: { } language } => text.Append('@').Append(language),
                    { Datatype: { } datatype } => text.Append("^^").Append(datatype),
                    _ => text,
                };
                break;
        }
    }

    private static void Address(StringBuilder text, string address, RdfPrefixes prefixes)
    {
        foreach (var (prefix, known) in prefixes.All)
        {
            // Only what is certainly a local name is shortened: letters alone.
            if (address.Length > known.Length && address.StartsWith(known, StringComparison.Ordinal) && address.AsSpan(known.Length).IndexOfAnyExceptInRange('A', 'z') < 0 && address.AsSpan(known.Length).IndexOfAny("[\\]^`") < 0)
            {
                text.Append(prefix).Append(':').Append(address, known.Length, address.Length - known.Length);
                return;
            }
        }

        text.Append('<').Append(address).Append('>');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var sign in value)
        {
            _ = sign switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(sign),
            };
        }

        text.Append('"');
    }
}
