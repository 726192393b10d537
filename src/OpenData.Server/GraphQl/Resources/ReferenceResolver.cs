using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Store;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>Finds the rows that other rows refer to: one statement for all rows of a page.</summary>
internal static class ReferenceResolver
{
    /// <summary>Parameters of one statement; longer lists of composite keys are asked for column by column.</summary>
    private const int MostCompared = 20_000;

    /// <summary>The field, or null where what it refers to is not published.</summary>
    public static FieldDefinition? Build(ResourceModule module, ReferenceField reference)
    {
        if (module.Target(reference) is not { } target)
        {
            return null;
        }

        var key = target.Key;
        return new FieldDefinition(reference.Name, target.Names.Row)
        {
            Description = $"{string.Join(", ", reference.Reference.Columns)} → {reference.Reference.Dataset} ({string.Join(", ", reference.Reference.To)})",
            Cost = FieldCost.Of(1),
            ResolveBatch = context => ResolveAsync(context, reference, (ResourceModule)context.Schema.Module(key)!),
        };
    }

    private static async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context, ReferenceField reference, ResourceModule target)
    {
        var table = target.Table;
        int[] to = [.. reference.Reference.To.Select(table.Dictionary.IndexOf)];
        var found = new object?[context.Sources.Count];
        if (Array.Exists(to, c => c < 0))
        {
            // The other dataset has another dictionary by now, without this key: nothing can be found in it.
            return found;
        }

        var keys = context.Sources.Select(s => KeyOf((Row)s!, reference, table, to)).ToArray();
        var wanted = keys.OfType<RowKey>().Distinct().ToList();
        if (wanted.Count > 0)
        {
            var rows = await FindAsync(target, context, to, wanted);
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = keys[i] is { } key ? rows.GetValueOrDefault(key) : null;
            }
        }

        return found;
    }

    private static RowKey? KeyOf(Row row, ReferenceField reference, ResourceTable table, int[] to)
    {
        var values = new RowValue[to.Length];
        for (var i = 0; i < to.Length; i++)
        {
            if (Cells.As(row.Block.Value(row.Index, reference.Columns[i]), table.Columns[to[i]].Column.Type) is not { } value)
            {
                return null;
            }

            values[i] = value;
        }

        return new RowKey(values);
    }

    private static async ValueTask<Dictionary<RowKey, Row>> FindAsync(ResourceModule target, BatchContext context, int[] to, List<RowKey> wanted)
    {
        var table = target.Table;
        List<int> columns = [];
        RowType.AddColumns(table, context.Field.Selection, columns);
        columns.AddRange(to.Where(c => !columns.Contains(c)));
        var query = new RowQuery { Select = columns, Where = Where(to, wanted) };
        await using var reader = await target.Desk.Store.Rows.QueryAsync(table.Release, query, context.Cancellation);
        var block = await RowBlock.ReadAsync(reader, RowType.Slots(table, columns), wanted.Count, context.Cancellation);
        context.Hold(block);
        Dictionary<RowKey, Row> rows = [];
        for (var i = 0; i < block.Count; i++)
        {
            rows.TryAdd(new RowKey([.. to.Select(c => block.Value(i, c))]), new Row(block, i, null));
        }

        return rows;
    }

    private static Filter Where(int[] to, List<RowKey> wanted)
    {
        if (to.Length > 1 && to.Length * wanted.Count <= MostCompared)
        {
            return new Filter.Or([.. wanted.Select(k => new Filter.And([.. to.Select((c, i) => new Filter.Compare(c, FilterOperator.Eq, [k.Values[i]]))]))]);
        }

        return new Filter.And([.. to.Select((c, i) => new Filter.Compare(c, FilterOperator.In, [.. wanted.Select(k => k.Values[i]).Distinct()]))]);
    }

    /// <summary>Values that together name a row.</summary>
    private sealed class RowKey(RowValue[] values) : IEquatable<RowKey>
    {
        public RowValue[] Values => values;

        public bool Equals(RowKey? other) => other is not null && values.AsSpan().SequenceEqual(other.Values);

        public override bool Equals(object? obj) => Equals(obj as RowKey);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var value in values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
