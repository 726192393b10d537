using OpenData.GraphQL;
using OpenData.GraphQL.Execution;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Reads a group-by: the terms that are shown, and those only asked about by conditions and order.</summary>
/// <param name="table">The resource.</param>
/// <param name="arguments">What is asked.</param>
internal sealed class GroupRequest(ResourceTable table, Arguments arguments)
{
    private readonly List<AggregateTerm> terms = [];
    private readonly List<int> groupBy = [];

    /// <summary>The query of a field with what is selected under it.</summary>
    /// <exception cref="GraphQLException">An argument does not fit, or a key is asked for that groups are not made by.</exception>
    public AggregateQuery Read(FieldPlan field)
    {
        foreach (var column in (arguments["groupBy"] as IReadOnlyList<object?> ?? []).OfType<int>())
        {
            if (!groupBy.Contains(column))
            {
                groupBy.Add(column);
            }
        }

        AddSelected(field.Selection!);
        var filter = new FilterReader(table);
        return new AggregateQuery
        {
            GroupBy = groupBy,
            Where = RowWords.And(arguments["where"] is { } where ? filter.Columns(where, "where", c => c) : null, arguments),
            Having = arguments["having"] is { } having ? Having(filter, having, "having", 1) : null,
            Order = OrderReader.Read(arguments["order"], "order", Step),
            Limit = First(arguments["first"]),
            Terms = terms,
        };
    }

    /// <summary>By what writers ask for, the place of each term in the answer.</summary>
    public int[] Slots()
    {
        var width = table.Columns.Count;
        var slots = new int[1 + (Enum.GetValues<AggregateFunction>().Length * width)];
        Array.Fill(slots, -1);
        for (var i = 0; i < terms.Count; i++)
        {
            slots[GroupPart.Place(terms[i].Function, terms[i].Column, width)] = i;
        }

        return slots;
    }

    private void AddSelected(SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
        {
            if (field.Name == "count")
            {
                Place(AggregateFunction.Count, -1, "count");
            }
            else if (GroupTypes.Functions.TryGetValue(field.Name, out var function))
            {
                foreach (var column in field.Selection!.Fields.Select(f => table.Column(f.Name)).OfType<ColumnField>())
                {
                    Place(function, column.Index, field.Name);
                }
            }
        }
    }

    /// <summary>The place of a term among those asked for.</summary>
    private int Place(AggregateFunction function, int column, string at)
    {
        if (function == AggregateFunction.Key && !groupBy.Contains(column))
        {
            var name = table.Columns[column].Name;
            throw new GraphQLException($"{at} asks for column \"{name}\", but groups are not made by it: add {name} to groupBy.");
        }

        var term = new AggregateTerm(function, column);
        if (!terms.Contains(term))
        {
            terms.Add(term);
        }

        return terms.IndexOf(term);
    }

    private Filter Having(FilterReader filter, object? given, string at, int depth) => FilterReader.Object(given, at, depth, (name, value, path, level) => name switch
    {
        "and" or "or" => FilterReader.Several(name, value, path, level, (item, itemPath, itemLevel) => Having(filter, item, itemPath, itemLevel)),
        "count" => filter.Operations(value, path, level, Place(AggregateFunction.Count, -1, path)),
        _ => filter.Columns(value, path, column => Place(GroupTypes.Functions[name], column, path), level),
    });

    private Sort Step(string name, object? given, string at)
    {
        if (name == "count")
        {
            return new Sort(Place(AggregateFunction.Count, -1, at), OrderReader.Descends(given));
        }

        var (column, direction) = ((IReadOnlyDictionary<string, object?>)given!).First();
        return new Sort(Place(GroupTypes.Functions[name], table.Column(column)!.Index, at), OrderReader.Descends(direction));
    }

    private static int First(object? given) => given switch
    {
        null => ResourceLimits.DefaultGroups,
        int and < 0 => throw new GraphQLException($"first is {given}: give 0 or more."),
        int and > ServerLimits.MostRows => throw new GraphQLException($"first is {given}, the most is {ServerLimits.MostRows}: narrow the groups with where or having."),
        _ => (int)given,
    };
}
