using System.Text.Json;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Finds a field's value for one parent. Specification 6.4.2 (Value Resolution).</summary>
public delegate ValueTask<object?> Resolver(ResolveContext context);

/// <summary>Finds a field's values for all parents at once: one value per parent, in their order.</summary>
public delegate ValueTask<IReadOnlyList<object?>> BatchResolver(BatchContext context);

/// <summary>Writes the value of a leaf field; gives false, having written nothing, when it is null.</summary>
/// <remarks>
/// It may be asked more than once for the same parent and must write the same each time. It writes the whole value, the brackets of a
/// list too, and the value is not proved against the type. It knows no arguments: a field that has some is resolved.
/// </remarks>
public delegate bool LeafWriter(object source, Utf8JsonWriter writer);

/// <summary>Opens the source stream of a subscription. Specification 6.2.3.1 (Source Stream).</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> Subscriber(ResolveContext context);

/// <summary>What resolvers of one field, at one place of one operation, have in common.</summary>
public sealed class FieldContext(Schema schema, FieldPlan plan, Arguments arguments, object? state, CancellationToken cancellation)
{
    /// <summary>The snapshot the operation runs on.</summary>
    public Schema Schema => schema;

    /// <summary>The field with what is selected below it, so that a resolver can fetch just that.</summary>
    public FieldPlan Field => plan;

    public Arguments Arguments => arguments;

    /// <summary>What the caller gave for this request.</summary>
    public object? State => state;

    public CancellationToken Cancellation => cancellation;

    internal VariableValues Variables { get; init; } = VariableValues.None;

    internal HeldValues Held { get; init; } = new();

    /// <summary>The arguments of a field further below, for a resolver that fetches for it.</summary>
    /// <exception cref="GraphQLException">An argument does not fit.</exception>
    public Arguments ArgumentsOf(FieldPlan below) => below.Arguments(schema, Variables);
}

/// <summary>One parent, and the field to resolve on it.</summary>
public readonly struct ResolveContext
{
    readonly ResultObject parent;
    readonly FieldContext shared;

    internal ResolveContext(FieldContext shared, ResultObject parent) => (this.shared, this.parent) = (shared, parent);

    /// <summary>The parent's value; for a root field what the caller gave as root.</summary>
    public object? Source => parent.Source;

    public Schema Schema => shared.Schema;

    public FieldPlan Field => shared.Field;

    public Arguments Arguments => shared.Arguments;

    /// <inheritdoc cref="FieldContext.ArgumentsOf"/>
    public Arguments ArgumentsOf(FieldPlan below) => shared.ArgumentsOf(below);

    /// <summary>Disposes something when the response has been written and nothing reads the values any more; an operation that is broken off leaves it to the collector.</summary>
    public void Hold(IDisposable value) => shared.Held.Add(value);

    public object? State => shared.State;

    public CancellationToken Cancellation => shared.Cancellation;

    /// <summary>Where the value will stand in the response.</summary>
    public IReadOnlyList<object> Path => parent.PathOf(shared.Field.Index);
}

/// <summary>All parents that stand at one place of the operation, and the field to resolve on them.</summary>
public readonly struct BatchContext
{
    readonly FieldContext shared;

    internal BatchContext(FieldContext shared, IReadOnlyList<object?> sources) => (this.shared, Sources) = (shared, sources);

    public IReadOnlyList<object?> Sources { get; }

    public Schema Schema => shared.Schema;

    public FieldPlan Field => shared.Field;

    public Arguments Arguments => shared.Arguments;

    /// <inheritdoc cref="FieldContext.ArgumentsOf"/>
    public Arguments ArgumentsOf(FieldPlan below) => shared.ArgumentsOf(below);

    /// <summary>Disposes something when the response has been written and nothing reads the values any more; an operation that is broken off leaves it to the collector.</summary>
    public void Hold(IDisposable value) => shared.Held.Add(value);

    public object? State => shared.State;

    public CancellationToken Cancellation => shared.Cancellation;
}

/// <summary>What resolvers lend to an operation until its response is written.</summary>
internal sealed class HeldValues
{
    readonly Lock adding = new();
    List<IDisposable>? values;

    public void Add(IDisposable value)
    {
        lock (adding) (values ??= []).Add(value);
    }

    public void Release()
    {
        lock (adding)
        {
            foreach (var value in values ?? []) value.Dispose();
            values = null;
        }
    }
}

/// <summary>A value of a batch that failed alone, while the others did not.</summary>
public sealed record FailedValue(Exception Error);

/// <summary>The coerced arguments of a field. Specification 6.4.1 (Coercing Field Arguments).</summary>
public sealed class Arguments(IReadOnlyDictionary<string, object?> values)
{
    public static readonly Arguments None = new(new Dictionary<string, object?>());

    /// <summary>In the order of the field's definition; an argument neither given nor defaulted is absent.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    public object? this[string name] => values.GetValueOrDefault(name);

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The argument as a type; the type's default when it is absent or null.</summary>
    public T? Get<T>(string name) => values.GetValueOrDefault(name) is T value ? value : default;
}
