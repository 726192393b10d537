using System.Globalization;
using OpenData.Schemas;

namespace OpenData.Server.Dcat.Rdf;

/// <summary>One statement of a subject: a prefixed predicate and its object.</summary>
internal readonly record struct RdfStatement(string Predicate, RdfTerm Object);

/// <summary>
/// Statements, each once, by subject in the order they were first made. Every subject has an address, so that the same graph reads the same in
/// every notation and no client has to match blank nodes.
/// </summary>
internal sealed class RdfGraph(RdfPrefixes prefixes)
{
    private readonly Dictionary<string, List<RdfStatement>> statements = new(StringComparer.Ordinal);
    private readonly HashSet<(string, RdfStatement)> made = [];
    private readonly List<string> subjects = [];

    public RdfPrefixes Prefixes => prefixes;

    /// <summary>The subjects with their statements.</summary>
    public IEnumerable<(string Subject, IReadOnlyList<RdfStatement> Statements)> Subjects => subjects.Select(s => (s, (IReadOnlyList<RdfStatement>)statements[s]));

    public void Add(string subject, string predicate, RdfTerm value)
    {
        var statement = new RdfStatement(predicate, value);
        if (!made.Add((subject, statement)))
        {
            return;
        }

        if (!statements.TryGetValue(subject, out var list))
        {
            statements[subject] = list = [];
            subjects.Add(subject);
        }

        list.Add(statement);
    }

    /// <summary>Says what a subject is, by the prefixed names of classes.</summary>
    public void Type(string subject, params ReadOnlySpan<string> classes)
    {
        foreach (var name in classes)
        {
            Add(subject, "rdf:type", new RdfAddress(prefixes.Expand(name)));
        }
    }

    /// <summary>Points to another thing.</summary>
    public void Link(string subject, string predicate, string address) => Add(subject, predicate, new RdfAddress(address));

    /// <summary>Says a text in its languages. One that the form gives without a language is Thai where it has Thai letters, and of no language else.</summary>
    public void Text(string subject, string predicate, LocalText text)
    {
        if (text.Th == text.En)
        {
            Word(subject, predicate, text.Th);
            return;
        }

        Value(subject, predicate, text.Th, "th", null);
        Value(subject, predicate, text.En, "en", null);
    }

    /// <summary>Says a text whose language is told by its letters.</summary>
    public void Word(string subject, string predicate, string? text) => Value(subject, predicate, text, IsThai(text) ? "th" : null, null);

    /// <summary>Says a value of a datatype, or a plain text where <paramref name="datatype"/> is null.</summary>
    public void Typed(string subject, string predicate, string? text, string? datatype) => Value(subject, predicate, text, null, datatype);

    public void Day(string subject, string predicate, DateOnly day) => Typed(subject, predicate, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "xsd:date");

    public void Moment(string subject, string predicate, DateTimeOffset moment) => Typed(subject, predicate, Rest.Datasets.DatasetJson.Time(moment), "xsd:dateTime");

    public void Count(string subject, string predicate, long count, string datatype = "xsd:integer") => Typed(subject, predicate, count.ToString(CultureInfo.InvariantCulture), datatype);

    private void Value(string subject, string predicate, string? text, string? language, string? datatype)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Add(subject, predicate, new RdfValue(RdfText.Clean(text), language, datatype));
        }
    }

    private static bool IsThai(string? text) => text?.AsSpan().ContainsAnyInRange('\u0E01', '\u0E5B') == true;
}
