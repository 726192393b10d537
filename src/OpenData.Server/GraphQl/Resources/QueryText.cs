using System.Globalization;
using System.Text;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Queries as texts that are the same only where the queries are: what pages of one answer have in common, and what an answer is kept under.</summary>
internal static class QueryText
{
    /// <summary>Conditions and order of a page.</summary>
    public static string Of(Filter? where, IReadOnlyList<Sort> order)
    {
        var text = new StringBuilder("graphql ");
        Write(text, where);
        text.Append('|');
        Write(text, order);
        return text.ToString();
    }

    public static string Of(AggregateQuery query)
    {
        var text = new StringBuilder().AppendJoin(',', query.GroupBy).Append('|');
        foreach (var term in query.Terms)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(int)term.Function}:{term.Column},");
        }

        Write(text.Append('|'), query.Where);
        Write(text.Append('|'), query.Having);
        Write(text.Append('|'), query.Order);
        return text.Append(CultureInfo.InvariantCulture, $"|{query.Limit}|{query.Offset}").ToString();
    }

    private static void Write(StringBuilder text, IReadOnlyList<Sort> order)
    {
        foreach (var step in order)
        {
            text.Append(step.Descending ? '-' : '+').Append(step.Column);
        }
    }

    private static void Write(StringBuilder text, Filter? filter)
    {
        switch (filter)
        {
            case Filter.And and:
                Write(text, "&", and.Parts);
                break;
            case Filter.Or or:
                Write(text, "|", or.Parts);
                break;
            case Filter.Not not:
                Write(text, "!", [not.Part]);
                break;
            case Filter.Compare compare:
                text.Append(CultureInfo.InvariantCulture, $"{compare.Column} {(int)compare.Operator}(");
                foreach (var value in compare.Values)
                {
                    // With its length before it, so that no text can be read as the end of itself.
                    var shown = value.ToString();
                    text.Append(CultureInfo.InvariantCulture, $"{shown.Length}:{shown} ");
                }

                text.Append(')');
                break;
            case Filter.Search search:
                // No word has a space in it.
                text.Append('~').AppendJoin(' ', search.Words);
                break;
            case Filter.Box or Filter.Near:
                text.Append(filter);
                break;
        }
    }

    private static void Write(StringBuilder text, string how, IReadOnlyList<Filter> parts)
    {
        text.Append(how).Append('(');
        foreach (var part in parts)
        {
            Write(text, part);
            text.Append(' ');
        }

        text.Append(')');
    }
}
