using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Ckan.Datastore;

/// <summary>
/// Reads <c>q</c>: words that a row contains, each of them in some column; or for named columns. With <c>plain=false</c> words may be joined
/// by <c>&amp;</c>, <c>|</c>, <c>!</c> and brackets, and end in <c>:*</c>, as PostgreSQL's query language has them. Words are found inside of texts.
/// </summary>
internal sealed class DatastoreWords(DataDictionary dictionary, bool plain)
{
    private static readonly char[] Signs = ['&', '|', '!', '(', ')'];
    private int words;

    /// <summary>What is wrong, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The condition; null where there is none.</summary>
    public Filter? Read(JToken query)
    {
        if (query is JValue value)
        {
            return Text(Arguments.Text(value), null);
        }

        if (query is not JObject columns)
        {
            Fault = "Not a text or a JSON object";
            return null;
        }

        var parts = new List<Filter>();
        foreach (var (name, text) in columns)
        {
            if (dictionary.IndexOf(name) is not (>= 0 and var column) || text is not JValue words)
            {
                Fault = $"invalid value \"{name}\"";
                return null;
            }

            if (Text(Arguments.Text(words), column) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : new Filter.And(parts);
    }

    private Filter? Text(string text, int? column)
    {
        if (plain)
        {
            var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => Word(w, column)).ToList();
            return parts.Count == 0 ? null : new Filter.And(parts);
        }

        var tokens = Tokens(text);
        var at = 0;
        var query = tokens.Count == 0 ? null : Either(tokens, ref at, column, 0);
        if (Fault is null && at < tokens.Count)
        {
            Fault = $"the text query has “{tokens[at]}” where nothing can follow";
        }

        return query;
    }

    private Filter Either(List<string> tokens, ref int at, int? column, int depth)
    {
        var parts = new List<Filter> { Both(tokens, ref at, column, depth) };
        while (at < tokens.Count && tokens[at] == "|")
        {
            at++;
            parts.Add(Both(tokens, ref at, column, depth));
        }

        return parts.Count == 1 ? parts[0] : new Filter.Or(parts);
    }

    private Filter Both(List<string> tokens, ref int at, int? column, int depth)
    {
        var parts = new List<Filter> { One(tokens, ref at, column, depth) };
        while (at < tokens.Count && tokens[at] is not ("|" or ")"))
        {
            at += tokens[at] == "&" ? 1 : 0;
            parts.Add(One(tokens, ref at, column, depth));
        }

        return parts.Count == 1 ? parts[0] : new Filter.And(parts);
    }

    private Filter One(List<string> tokens, ref int at, int? column, int depth)
    {
        var token = at < tokens.Count ? tokens[at++] : null;
        if (token == "!")
        {
            return depth > CkanLimits.FilterDepth ? Fail("the text query is nested too deep") : new Filter.Not(One(tokens, ref at, column, depth + 1));
        }

        if (token == "(")
        {
            if (depth > CkanLimits.FilterDepth)
            {
                return Fail("the text query is nested too deep");
            }

            var inner = Either(tokens, ref at, column, depth + 1);
            return at < tokens.Count && tokens[at++] == ")" ? inner : Fail("a bracket of the text query is not closed");
        }

        return token is null or "&" or "|" or ")" ? Fail("the text query lacks a word") : Word(token, column);
    }

    /// <summary>A row contains a word: in a text anywhere, in another column as its whole value.</summary>
    private Filter Word(string word, int? column)
    {
        if (++words > CkanLimits.RowWords)
        {
            return Fail(string.Create(CultureInfo.InvariantCulture, $"a text query may have {CkanLimits.RowWords} words at most"));
        }

        var bare = plain ? word : word.EndsWith(":*", StringComparison.Ordinal) ? word[..^2] : word;
        bare = plain ? bare : bare.Trim('\'', '"');
        return bare.Length == 0 || bare.Contains('\0', StringComparison.Ordinal)
            ? new Filter.And([])
            : column is { } one
                ? (Filter?)Cell(one, bare) ?? new Filter.Or([])
                : new Filter.Or([.. Enumerable.Range(0, dictionary.Columns.Count).Select(c => Cell(c, bare)).OfType<Filter>()]);
    }

    private Filter.Compare? Cell(int column, string word) => dictionary.Columns[column].Type is ColumnType.Text or ColumnType.Code
        ? new Filter.Compare(column, FilterOperator.Contains, [RowValue.Of(word)])
        : DatastoreFilter.Read(word, dictionary.Columns[column].Type) is { } value
            ? new Filter.Compare(column, FilterOperator.Eq, [value])
            : null;

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var sign = at < text.Length && Signs.Contains(text[at]);
            if (at == text.Length || sign || char.IsWhiteSpace(text[at]))
            {
                if (at > start)
                {
                    tokens.Add(text[start..at]);
                }

                if (sign)
                {
                    tokens.Add(text[at].ToString());
                }

                start = at + 1;
            }
        }

        return tokens;
    }

    private Filter.Or Fail(string message)
    {
        Fault ??= message;
        return new Filter.Or([]);
    }
}
