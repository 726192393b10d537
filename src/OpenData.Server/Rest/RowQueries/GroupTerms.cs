using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Store;

namespace OpenData.Server.Rest.RowQueries;

/// <summary>The terms of a group-by: those that are shown, and behind them those that only conditions and order ask about.</summary>
/// <param name="dictionary">The release's columns.</param>
/// <param name="groupBy">The columns that make a group.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class GroupTerms(DataDictionary dictionary, IReadOnlyList<int> groupBy, List<ProblemError> faults)
{
    /// <summary>The functions by the names of the public interfaces.</summary>
    public static readonly IReadOnlyDictionary<string, AggregateFunction> Functions = new Dictionary<string, AggregateFunction>(StringComparer.Ordinal)
    {
        ["count"] = AggregateFunction.Count,
        ["countDistinct"] = AggregateFunction.CountDistinct,
        ["sum"] = AggregateFunction.Sum,
        ["avg"] = AggregateFunction.Avg,
        ["min"] = AggregateFunction.Min,
        ["max"] = AggregateFunction.Max,
    };

    private readonly List<AggregateTerm> terms = [];

    public IReadOnlyList<AggregateTerm> All => terms;

    /// <summary>The terms as columns of a table.</summary>
    public DataDictionary Table => AggregateQuery.Table(dictionary, terms);

    /// <summary>What a term may be.</summary>
    public IReadOnlyList<string> Known =>
        [.. groupBy.Select(c => dictionary.Columns[c].Name), "count()", .. Functions.Keys.Where(f => f != "count").Select(f => $"{f}(column)")];

    /// <summary>Takes what is to be shown: the columns grouped by where they are not among it, first; only they and a count where nothing is said.</summary>
    public void Select(string? text)
    {
        var asked = text is null ? ["count()"] : text.Split(',');
        foreach (var column in groupBy.Where(c => !asked.Contains(dictionary.Columns[c].Name)))
        {
            terms.Add(new AggregateTerm(AggregateFunction.Key, column));
        }

        foreach (var term in asked)
        {
            var before = terms.Count;
            if (Place(term, "select") is not null && terms.Count == before)
            {
                faults.Add(GroupTexts.Twice("select", term));
            }
        }
    }

    /// <summary>The steps of the order.</summary>
    public IReadOnlyList<Sort> Order(string? text) =>
        text is null ? [] : [.. text.Split(',').Select(s => (Place: Place(s.StartsWith('-') ? s[1..] : s, "order"), Descending: s.StartsWith('-'))).Where(s => s.Place is not null).Select(s => new Sort(s.Place!.Value, s.Descending))];

    /// <summary>The place of a term, which is taken in where it is not there yet; null where it is none.</summary>
    public int? Place(string text, string parameter)
    {
        if (Read(text, parameter) is not { } term)
        {
            return null;
        }

        if (!terms.Contains(term))
        {
            terms.Add(term);
        }

        return terms.IndexOf(term);
    }

    /// <summary>The first terms as columns to write: each has an identifier of its own, and the labels of the column it is told of.</summary>
    public IReadOnlyList<DictionaryColumn> Columns(int count)
    {
        var taken = groupBy.Select(c => dictionary.Columns[c].Name).ToHashSet(StringComparer.Ordinal);
        return [.. terms.Take(count).Select(t => t.Function == AggregateFunction.Key ? dictionary.Columns[t.Column] : Told(t, taken))];
    }

    private DictionaryColumn Told(AggregateTerm term, HashSet<string> taken)
    {
        var function = term.Function == AggregateFunction.CountDistinct ? "count_distinct" : Functions.First(f => f.Value == term.Function).Key;
        var name = term.Function == AggregateFunction.Count ? function : $"{function}_{dictionary.Columns[term.Column].Name}";
        while (!taken.Add(name))
        {
            name += "_";
        }

        var label = term.Function == AggregateFunction.Count ? LocalText.Empty : dictionary.Columns[term.Column].Label;
        return new DictionaryColumn
        {
            Name = name,
            Header = name,
            Type = term.TypeIn(dictionary),
            Label = term.Function == AggregateFunction.Count ? GroupTexts.Count : label.IsEmpty ? LocalText.Empty : new($"{label.In(Language.Thai)} ({function})", $"{label.In(Language.English)} ({function})"),
        };
    }

    private AggregateTerm? Read(string text, string parameter)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return Key(text, parameter);
        }

        if (!text.EndsWith(')') || !Functions.TryGetValue(text[..open], out var function))
        {
            faults.Add(GroupTexts.UnknownTerm(parameter, text, Known));
            return null;
        }

        var name = text[(open + 1)..^1];
        if (function == AggregateFunction.Count && name.Length == 0)
        {
            return AggregateTerm.Count;
        }

        var column = dictionary.IndexOf(name);
        if (column < 0 || function == AggregateFunction.Count)
        {
            faults.Add(column < 0 && function != AggregateFunction.Count ? RowTexts.UnknownColumn(parameter, name, dictionary) : GroupTexts.UnknownTerm(parameter, text, Known));
            return null;
        }

        if (!AggregateTerm.Fits(function, dictionary.Columns[column].Type))
        {
            faults.Add(RowTexts.OperatorNotForType(parameter, text[..open], dictionary.Columns[column], [.. Functions.Where(f => f.Value != AggregateFunction.Count && AggregateTerm.Fits(f.Value, dictionary.Columns[column].Type)).Select(f => f.Key)]));
            return null;
        }

        return new AggregateTerm(function, column);
    }

    private AggregateTerm? Key(string name, string parameter)
    {
        var column = dictionary.IndexOf(name);
        if (column >= 0 && groupBy.Contains(column))
        {
            return new AggregateTerm(AggregateFunction.Key, column);
        }

        faults.Add(column >= 0 ? GroupTexts.NotGroupedBy(parameter, name) : GroupTexts.UnknownTerm(parameter, name, Known));
        return null;
    }
}
