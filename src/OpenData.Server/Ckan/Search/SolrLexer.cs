using System.Text;

namespace OpenData.Server.Ckan.Search;

/// <summary>What a word of a query is.</summary>
internal enum SolrTokenKind
{
    /// <summary>A bare word, with its escapes still in it.</summary>
    Word,

    /// <summary>A text in double quotes, its escapes resolved.</summary>
    Phrase,

    /// <summary>One of <c>( ) [ ] { } + - ! :</c>, or <c>&amp;&amp;</c> and <c>||</c> as <c>&amp;</c> and <c>|</c>.</summary>
    Sign,
    End,
}

/// <summary>A word or sign of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Position">0-based place in the query.</param>
/// <param name="IsAfterSpace">True where white space stands before it.</param>
internal readonly record struct SolrToken(SolrTokenKind Kind, string Text, int Position, bool IsAfterSpace);

/// <summary>Takes a query apart into words and signs.</summary>
internal static class SolrLexer
{
    private const string Signs = "()[]{}+-!:";

    /// <summary>The tokens, or the fault that ends them.</summary>
    public static (IReadOnlyList<SolrToken> Tokens, string? Fault) Read(string query)
    {
        var tokens = new List<SolrToken>();
        var at = 0;
        while (at < query.Length)
        {
            var space = at == 0 || char.IsWhiteSpace(query[at - 1]);
            var c = query[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '"')
            {
                if (Phrase(query, at) is not { } phrase)
                {
                    return (tokens, $"a quote at character {at + 1} is not closed");
                }

                tokens.Add(new SolrToken(SolrTokenKind.Phrase, phrase.Text, at, space));
                at = phrase.End;
            }
            else if (c is '&' or '|' && at + 1 < query.Length && query[at + 1] == c)
            {
                tokens.Add(new SolrToken(SolrTokenKind.Sign, c.ToString(), at, space));
                at += 2;
            }
            else if (Signs.Contains(c, StringComparison.Ordinal))
            {
                tokens.Add(new SolrToken(SolrTokenKind.Sign, c.ToString(), at, space));
                at++;
            }
            else
            {
                var end = WordEnd(query, at);
                tokens.Add(new SolrToken(SolrTokenKind.Word, query[at..end], at, space));
                at = end;
            }
        }

        tokens.Add(new SolrToken(SolrTokenKind.End, "", query.Length, true));
        return (tokens, null);
    }

    /// <summary>A word without its escapes; <paramref name="wild"/> tells whether a star or question mark was left unescaped.</summary>
    public static string Unescape(string word, out bool wild)
    {
        wild = false;
        var text = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '\\' && i + 1 < word.Length)
            {
                text.Append(word[++i]);
                continue;
            }

            wild |= word[i] is '*' or '?';
            text.Append(word[i]);
        }

        return text.ToString();
    }

    private static (string Text, int End)? Phrase(string query, int start)
    {
        var text = new StringBuilder();
        for (var at = start + 1; at < query.Length; at++)
        {
            if (query[at] == '"')
            {
                return (text.ToString(), at + 1);
            }

            if (query[at] == '\\' && at + 1 < query.Length)
            {
                at++;
            }

            text.Append(query[at]);
        }

        return null;
    }

    /// <summary>Signs that begin something inside of a word are part of it: names are full of hyphens, times of pluses.</summary>
    private static int WordEnd(string query, int start)
    {
        var at = start;
        while (at < query.Length && !char.IsWhiteSpace(query[at]) && !"()[]{}:\"".Contains(query[at], StringComparison.Ordinal))
        {
            at += query[at] == '\\' && at + 1 < query.Length ? 2 : 1;
        }

        return Math.Min(at, query.Length);
    }
}
