using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;

namespace OpenData.Server.GraphQl.Resources;

/// <summary>The type of a resource's rows: a field for each column, and one for each reference to another resource.</summary>
internal static class RowType
{
    public static ObjectType Build(ResourceModule module)
    {
        var table = module.Table;
        FieldDefinition[] fields = [.. table.Columns.Select(Column), .. table.References.Select(r => ReferenceResolver.Build(module, r)).OfType<FieldDefinition>()];
        return new ObjectType(module.Names.Row, fields) { Description = table.Description };
    }

    /// <summary>The columns that a selection of rows reads, those of references among them, each once.</summary>
    public static void AddColumns(ResourceTable table, SelectionPlan? selection, List<int> columns)
    {
        foreach (var field in selection?.Fields ?? [])
        {
            IEnumerable<int> read = table.Column(field.Name) is { } column ? [column.Index] : table.References.FirstOrDefault(r => r.Name == field.Name)?.Columns ?? [];
            columns.AddRange(read.Where(c => !columns.Contains(c)));
        }
    }

    /// <summary>For each column of the dictionary its place among those selected, or -1.</summary>
    public static int[] Slots(ResourceTable table, List<int> columns)
    {
        var slots = new int[table.Columns.Count];
        Array.Fill(slots, -1);
        for (var i = 0; i < columns.Count; i++)
        {
            slots[columns[i]] = i;
        }

        return slots;
    }

    private static FieldDefinition Column(ColumnField column)
    {
        var (index, type) = (column.Index, column.Column.Type);
        var scalar = TypeRef.Named(column.Scalar);
        return new FieldDefinition(column.Name, column.Column.Required ? scalar.NonNull() : scalar)
        {
            Description = Descriptions.OfColumn(column.Column),
            WriteLeaf = (source, json) => ((Row)source).Block.Write(((Row)source).Index, index, type, json),
        };
    }
}
