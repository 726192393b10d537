using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Types;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Http;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>Makes the fields of the catalog's types: each says its type, what it is in both languages, and where it is read from.</summary>
internal static class Fields
{
    /// <summary>A field read from its parent, which is a <typeparamref name="T"/>.</summary>
    public static FieldDefinition Of<T>(string name, string type, string description, Func<T, object?> read) =>
        new(name, type) { Description = description, Resolve = context => new(read((T)context.Source!)) };

    /// <summary>The same, with what each of its values has cost to find.</summary>
    public static FieldDefinition Of<T>(string name, string type, string description, Func<T, object?> read, long cost) =>
        new(name, type) { Description = description, Resolve = context => new(read((T)context.Source!)), Cost = FieldCost.Of(cost) };

    /// <summary>A field whose values are found for all parents at once.</summary>
    public static FieldDefinition Batch<T>(string name, string type, string description, Func<GraphQlCall, BatchContext, IReadOnlyList<T>, Task<IReadOnlyList<object?>>> find, long cost) => new(name, type)
    {
        Description = description,
        Cost = FieldCost.Of(cost),
        ResolveBatch = async context => await find(Call(context.State), context, [.. context.Sources.Cast<T>()]),
    };

    /// <summary>A text in both languages; null where it is empty, unless the field's type forbids it.</summary>
    public static FieldDefinition Text<T>(string name, string description, Func<T, LocalText> read, bool required = false) =>
        Of<T>(name, required ? "LocalText!" : "LocalText", description, source => read(source) is var text && (required || !text.IsEmpty) ? text : null);

    /// <summary>An argument, described in both languages.</summary>
    public static InputValue Argument(string name, string type, string description, OpenData.GraphQL.Language.ValueNode? defaultValue = null) =>
        new(name, type) { Description = description, DefaultValue = defaultValue };

    /// <summary>The request a resolver works for.</summary>
    public static GraphQlCall Call(object? state) => (GraphQlCall)state!;

    /// <summary>An enum whose values are those of a .NET enum, written as GraphQL writes them.</summary>
    public static EnumType Enum<T>(string name, string description, Func<T, string> describe)
        where T : struct, Enum => new(name, [.. System.Enum.GetValues<T>().Select(v => new EnumValue(v.ToString().ToUpperInvariant()) { Value = v, Description = describe(v) })])
    {
        Description = description,
    };
}
