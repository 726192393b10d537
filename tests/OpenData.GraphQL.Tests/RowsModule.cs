using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Tests;

/// <summary>A module as a dataset would be one: a connection over rows, columns written late, a reference fetched in batches.</summary>
public sealed class RowsModule(string root, int rows, string? key = null) : ISchemaModule
{
    readonly string type = char.ToUpperInvariant(root[0]) + root[1..];

    public string Key => key ?? root;

    /// <summary>How many types and root fields were built.</summary>
    public int Built { get; private set; }

    public List<int> Batches { get; } = [];

    public IReadOnlyCollection<string> TypeNames => [type, type + "Connection"];

    public IReadOnlyCollection<string> RootFieldNames(OperationType operation) => operation == OperationType.Query ? [root] : [];

    public FieldDefinition BuildRootField(OperationType operation, string name)
    {
        Built++;
        return new FieldDefinition(name, $"{type}Connection!")
        {
            Arguments = [new InputValue("first", "Int") { DefaultValue = Parser.ParseValue("20") }],
            Cost = new FieldCost(1, ["first"], 20, ["nodes"]),
            Resolve = context => new(Enumerable.Range(0, Math.Min(rows, context.Arguments.Get<int>("first"))).Select(i => new Row(i)).ToArray()),
        };
    }

    public NamedType BuildType(string name)
    {
        Built++;
        return name == type ? RowType() : new ObjectType(name, new FieldDefinition[]
        {
            new("nodes", $"[{type}]") { Cost = FieldCost.Of(1), Resolve = context => new(context.Source) },
            new("totalCount", "Int!") { Resolve = _ => new(rows) },
        });
    }

    ObjectType RowType() => new(type, new FieldDefinition[]
    {
        new("number", "Int!") { WriteLeaf = (row, writer) => { writer.WriteNumberValue(((Row)row).Number); return true; } },
        new("label", "String") { WriteLeaf = (row, writer) => { writer.WriteStringValue(((Row)row).Label); return true; } },
        new("even", "Int") { WriteLeaf = (row, writer) => { if (((Row)row).Number % 2 != 0) return false; writer.WriteNumberValue(1); return true; } },
        new("never3", "Int!") { WriteLeaf = (row, writer) => { if (((Row)row).Number == 3) return false; writer.WriteNumberValue(1); return true; } },
        new("fails4", "Int") { WriteLeaf = (row, writer) => ((Row)row).Number == 4 ? throw new GraphQLException("four") : Write(writer) },
        new("next", type)
        {
            Cost = FieldCost.Of(1),
            ResolveBatch = context =>
            {
                Batches.Add(context.Sources.Count);
                return new(context.Sources.Select(r => ((Row)r!).Number == 5 ? new FailedValue(new GraphQLException("five")) : (object?)new Row(((Row)r).Number + 1)).ToArray());
            },
        },
    });

    static bool Write(System.Text.Json.Utf8JsonWriter writer)
    {
        writer.WriteNumberValue(1);
        return true;
    }

    public sealed record Row(int Number)
    {
        public string Label => $"แถว {Number}";
    }
}
