using System.Globalization;

namespace OpenData.Server.Ckan.Search;

/// <summary>
/// Reads a query: <c>field:value</c>, quotes, brackets, <c>AND OR NOT + - !</c>, ranges. What stands side by side must hold together; OR binds
/// tighter than that and AND tighter than OR, so that <c>organization:a OR organization:b metadata_modified:[… TO *]</c> is what a harvester means by it.
/// </summary>
internal sealed class SolrParser
{
    private readonly IReadOnlyList<SolrToken> tokens;
    private int at;
    private int depth;
    private int clauses;
    private string? fault;

    private SolrParser(IReadOnlyList<SolrToken> tokens) => this.tokens = tokens;

    private SolrToken Next => tokens[at];

    /// <summary>The query, or what is wrong with it.</summary>
    public static (SolrQuery? Query, string? Fault) Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (new SolrQuery.Everything(), null);
        }

        if (text.Length > CkanLimits.QueryLength)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"the query has {text.Length} characters, at most {CkanLimits.QueryLength} are taken"));
        }

        if (text.Contains("{!", StringComparison.Ordinal))
        {
            return (null, "Local parameters are not supported.");
        }

        var (tokens, broken) = SolrLexer.Read(text);
        if (broken is not null)
        {
            return (null, broken);
        }

        var parser = new SolrParser(tokens);
        var query = parser.Together(null);
        if (parser.fault is null && parser.Next.Kind != SolrTokenKind.End)
        {
            parser.Fail($"“{parser.Next.Text}” at character {parser.Next.Position + 1} closes nothing");
        }

        return parser.fault is null ? (query, null) : (null, parser.fault);
    }

    /// <summary>What stands side by side, up to a closing bracket.</summary>
    private SolrQuery Together(string? field)
    {
        var parts = new List<SolrQuery>();
        while (fault is null && Next.Kind != SolrTokenKind.End && !IsSign(")"))
        {
            parts.Add(Either(field));
        }

        return parts.Count switch { 0 => new SolrQuery.Everything(), 1 => parts[0], _ => new SolrQuery.All(parts) };
    }

    private SolrQuery Either(string? field)
    {
        var parts = new List<SolrQuery> { Both(field) };
        while (fault is null && (IsWord("OR") || IsSign("|")))
        {
            at++;
            parts.Add(Both(field));
        }

        return parts.Count == 1 ? parts[0] : new SolrQuery.Any(parts);
    }

    private SolrQuery Both(string? field)
    {
        var parts = new List<SolrQuery> { Signed(field) };
        while (fault is null && (IsWord("AND") || IsSign("&")))
        {
            at++;
            parts.Add(Signed(field));
        }

        return parts.Count == 1 ? parts[0] : new SolrQuery.All(parts);
    }

    private SolrQuery Signed(string? field)
    {
        var negated = false;
        while (fault is null && (IsSign("-") || IsSign("!") || IsSign("+") || IsWord("NOT")))
        {
            negated ^= !IsSign("+");
            at++;
        }

        var query = Clause(field);
        return negated ? new SolrQuery.Not(query) : query;
    }

    private SolrQuery Clause(string? field)
    {
        if (++clauses > CkanLimits.Clauses)
        {
            return Fail(string.Create(CultureInfo.InvariantCulture, $"too many clauses; at most {CkanLimits.Clauses} are taken"));
        }

        if (IsSign("("))
        {
            return Bracket(field);
        }

        if (IsSign("[") || IsSign("{"))
        {
            return Range(field);
        }

        if (Next.Kind is not (SolrTokenKind.Word or SolrTokenKind.Phrase))
        {
            return Fail(Next.Kind == SolrTokenKind.End ? "the query ends where something must follow" : $"“{Next.Text}” at character {Next.Position + 1} is not expected there");
        }

        return field is null && Next.Kind == SolrTokenKind.Word && tokens[at + 1] is { Kind: SolrTokenKind.Sign, Text: ":", IsAfterSpace: false } ? OfField() : Value(field);
    }

    private SolrQuery OfField()
    {
        var field = SolrLexer.Unescape(Next.Text, out _);
        at += 2;
        if (field == "*" && Next is { Kind: SolrTokenKind.Word, Text: "*" })
        {
            at++;
            return new SolrQuery.Everything();
        }

        // A minus that begins a value is part of it.
        if (IsSign("-") && tokens[at + 1] is { Kind: SolrTokenKind.Word, IsAfterSpace: false } number)
        {
            at += 2;
            return Term(field, "-" + number.Text);
        }

        return Clause(field);
    }

    private SolrQuery Bracket(string? field)
    {
        if (++depth > CkanLimits.Depth)
        {
            return Fail(string.Create(CultureInfo.InvariantCulture, $"brackets are nested more than {CkanLimits.Depth} deep"));
        }

        var start = Next.Position;
        at++;
        var query = Together(field);
        depth--;
        if (fault is not null || !IsSign(")"))
        {
            return Fail($"the bracket at character {start + 1} is not closed");
        }

        at++;
        SkipBoost();
        return query;
    }

    private SolrQuery Range(string? field)
    {
        if (field is null)
        {
            return Fail($"a range at character {Next.Position + 1} has no field");
        }

        var withFrom = IsSign("[");
        at++;
        var from = Bound();
        if (!IsWord("TO"))
        {
            return Fail($"a range lacks its TO at character {Next.Position + 1}");
        }

        at++;
        var to = Bound();
        if (!IsSign("]") && !IsSign("}"))
        {
            return Fail($"a range is not closed at character {Next.Position + 1}");
        }

        var withTo = IsSign("]");
        at++;
        SkipBoost();
        return new SolrQuery.Range(field, from, withFrom, to, withTo);
    }

    /// <summary>A bound of a range: everything up to a space, colons of a time and hyphens of a date included.</summary>
    private string? Bound()
    {
        var text = Next.Text;
        var quoted = Next.Kind == SolrTokenKind.Phrase;
        if (Next.Kind == SolrTokenKind.End)
        {
            return null;
        }

        at++;
        while (!quoted && Next is { IsAfterSpace: false } more && more.Kind != SolrTokenKind.End && !IsSign("]") && !IsSign("}"))
        {
            text += more.Text;
            at++;
        }

        return text == "*" && !quoted ? null : quoted ? text : SolrLexer.Unescape(text, out _);
    }

    private SolrQuery Value(string? field)
    {
        var token = Next;
        at++;
        if (token.Kind == SolrTokenKind.Phrase)
        {
            SkipBoost();
            return new SolrQuery.Term(field, token.Text, false);
        }

        var text = token.Text;

        // A colon that separates no field belongs to the word, as in a time or an address.
        while (field is not null && IsSign(":") && !Next.IsAfterSpace)
        {
            text += ":";
            at++;
            if (Next is { Kind: SolrTokenKind.Word, IsAfterSpace: false })
            {
                text += Next.Text;
                at++;
            }
        }

        return Term(field, text);
    }

    private static SolrQuery Term(string? field, string text)
    {
        // How near (~) and how much it counts (^) change the rank and not what is found.
        var end = text.IndexOfAny(['^', '~'], 1);
        var word = SolrLexer.Unescape(end > 0 && text[end - 1] != '\\' ? text[..end] : text, out var wild);
        return word == "*" && field is null ? new SolrQuery.Everything() : new SolrQuery.Term(field, word, wild);
    }

    private void SkipBoost()
    {
        if (Next is { Kind: SolrTokenKind.Word, IsAfterSpace: false, Text: ['^' or '~', ..] })
        {
            at++;
        }
    }

    private bool IsSign(string sign) => Next is { Kind: SolrTokenKind.Sign } && Next.Text == sign;

    private bool IsWord(string word) => Next is { Kind: SolrTokenKind.Word } && Next.Text == word;

    private SolrQuery.Everything Fail(string message)
    {
        fault ??= message;
        return new SolrQuery.Everything();
    }
}
