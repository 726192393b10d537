using System.Collections;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Text;
using OpenData.GraphQL.Types;

namespace OpenData.GraphQL.Execution;

/// <summary>Runs one operation: all objects that stand at one place of the plan go together, so that batches see all parents.</summary>
/// <remarks>Specification 6.2 (Executing Operations), 6.3 (Executing Selection Sets), 6.4 (Executing Fields).</remarks>
internal sealed class OperationRun(Schema schema, VariableValues variables, object? state, Func<Exception, string> describe, int maxErrors, CancellationToken cancellation)
{
    public ErrorLedger Errors { get; } = new(maxErrors);

    public HeldValues Held { get; } = new();

    /// <summary>Specification 6.2.1 (Query): fields may run at the same time; 6.2.2 (Mutation): one after the other.</summary>
    public async Task<ResultObject> RunAsync(OperationPlan plan, object? rootValue)
    {
        var root = new ResultObject(plan.Root, rootValue, null, 0);
        if (plan.Operation.Operation != OperationType.Mutation)
        {
            await RunGroup(plan.Root, [root]);
            return root;
        }
        foreach (var field in plan.Root.Fields)
        {
            if (field.IsWrittenLate) continue;
            await RunField(field, [root]);
            if (Errors.IsEmpty) continue;
            Errors.Settle();
            if (Errors.RootIsNull) break;
        }
        return root;
    }

    async ValueTask RunGroup(SelectionPlan plan, IReadOnlyList<ResultObject> parents)
    {
        List<Task>? running = null;
        foreach (var field in plan.Fields)
        {
            if (field.IsWrittenLate) continue;
            cancellation.ThrowIfCancellationRequested();
            var run = RunField(field, parents);
            if (run.IsCompletedSuccessfully) continue;
            (running ??= []).Add(run.AsTask());
        }
        if (running is not null) await Task.WhenAll(running);
    }

    async ValueTask RunField(FieldPlan field, IReadOnlyList<ResultObject> parents)
    {
        FieldContext context;
        try
        {
            context = new FieldContext(schema, field, field.Arguments(schema, variables), state, cancellation) { Variables = variables, Held = Held };
        }
        catch (GraphQLException error)
        {
            foreach (var parent in parents) Fail(error, field, parent, field.Index);
            return;
        }
        var groups = new Groups(field);
        if (field.Definition.ResolveBatch is { } batch)
        {
            var values = await ResolveBatch(batch, context, parents);
            for (var i = 0; i < parents.Count; i++) Store(values is IReadOnlyList<object?> all ? all[i] : values, field, parents[i], groups);
        }
        else await ResolveEach(context, field, parents, groups);
        foreach (var (plan, objects) in groups.All)
        {
            if (plan.Failure is null) await RunGroup(plan, objects);
            else
                foreach (var failed in objects) Fail(plan.Failure, field, failed.Parent!, failed.Index);
        }
    }

    /// <summary>The values in a list, or one failure that is that of all parents.</summary>
    async ValueTask<object> ResolveBatch(BatchResolver batch, FieldContext context, IReadOnlyList<ResultObject> parents)
    {
        try
        {
            var values = await batch(new BatchContext(context, [.. parents.Select(p => p.Source)]));
            return values.Count == parents.Count ? values
                : new FailedValue(new InvalidOperationException($"The batch of {context.Field.ParentType.Name}.{context.Field.Name} gave {values.Count} values for {parents.Count} parents."));
        }
        catch (Exception error) when (!IsCancelled(error))
        {
            return new FailedValue(error);
        }
    }

    async ValueTask ResolveEach(FieldContext context, FieldPlan field, IReadOnlyList<ResultObject> parents, Groups groups)
    {
        List<(ResultObject, Task<object?>)>? pending = null;
        foreach (var parent in parents)
        {
            var resolved = Resolve(context, field, parent);
            if (resolved.IsCompletedSuccessfully) Store(resolved.Result, field, parent, groups);
            else (pending ??= []).Add((parent, resolved.AsTask()));
        }
        if (pending is null) return;
        foreach (var (parent, task) in pending)
        {
            object? value;
            try
            {
                value = await task;
            }
            catch (Exception error) when (!IsCancelled(error))
            {
                value = new FailedValue(error);
            }
            Store(value, field, parent, groups);
        }
    }

    ValueTask<object?> Resolve(FieldContext context, FieldPlan field, ResultObject parent)
    {
        try
        {
            if (field.Definition.Resolve is { } resolve) return resolve(new ResolveContext(context, parent));
            return new((parent.Source as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(field.Name));
        }
        catch (Exception error) when (!IsCancelled(error))
        {
            return new(new FailedValue(error));
        }
    }

    void Store(object? value, FieldPlan field, ResultObject parent, Groups groups) =>
        parent[field.Index] = Complete(field, field.Type, value, parent, field.Index, groups);

    /// <summary>Specification 6.4.3 (Value Completion): CompleteValue().</summary>
    object? Complete(FieldPlan field, TypeRef type, object? value, ResultNode container, int place, Groups groups)
    {
        if (value is FailedValue failed) return Fail(failed.Error, field, container, place);
        if (value is null) return type.IsNonNull ? Fail($"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Name}.", field, container, place) : null;
        var inner = type.Nullable;
        try
        {
            if (inner.IsList) return List(field, inner.OfType!, value, container, place, groups);
            switch (field.ReturnType)
            {
                case ScalarType scalar: return scalar.Serialize(value);
                case EnumType enumType: return enumType.Serialize(value);
            }
            var runtimeType = AbstractTypes.RuntimeType(schema, field, value);
            return groups.Add(field.SelectionFor(schema, runtimeType), value, container, place);
        }
        catch (PlanTooLargeException error)
        {
            return Fail(error.ToError().Message, field, container, place);
        }
        catch (Exception error) when (!IsCancelled(error))
        {
            return Fail(error, field, container, place);
        }
    }

    object? List(FieldPlan field, TypeRef itemType, object value, ResultNode container, int place, Groups groups)
    {
        if (value is string or IReadOnlyDictionary<string, object?> || value is not IEnumerable items)
            return Fail($"Expected Iterable, but did not find one for field \"{field.ParentType.Name}.{field.Name}\".", field, container, place);
        var given = items as object?[] ?? [.. items.Cast<object?>()];
        var completed = new object?[given.Length];
        var list = new ResultList(itemType, completed, container, place);
        for (var i = 0; i < given.Length; i++)
        {
            if ((i & 0x3FF) == 0) cancellation.ThrowIfCancellationRequested();
            completed[i] = Complete(field, itemType, given[i], list, i, groups);
        }
        return list;
    }

    object? Fail(Exception error, FieldPlan field, ResultNode container, int place)
    {
        if (error is GraphQLException told) Errors.Add(container, place, told.Message, told.Nodes.Count > 0 ? told.Nodes : field.Nodes, told.Extensions);
        else Fail(describe(error), field, container, place);
        return null;
    }

    object? Fail(string message, FieldPlan field, ResultNode container, int place)
    {
        Errors.Add(container, place, message, field.Nodes);
        return null;
    }

    /// <summary>A cancelled request ends; a resolver that gave up by itself is an error of its field.</summary>
    bool IsCancelled(Exception error) => error is OperationCanceledException && cancellation.IsCancellationRequested;

    /// <summary>The objects a field gave, by what is asked of them.</summary>
    sealed class Groups(FieldPlan plan)
    {
        List<ResultObject>? one;
        Dictionary<SelectionPlan, List<ResultObject>>? several;

        public IEnumerable<(SelectionPlan, List<ResultObject>)> All =>
            several?.Select(g => (g.Key, g.Value)) ?? (one is null ? [] : [(plan.Selection!, one)]);

        public ResultObject Add(SelectionPlan selection, object source, ResultNode container, int place)
        {
            var made = new ResultObject(selection, source, container, place);
            if (selection == plan.Selection) (one ??= []).Add(made);
            else
            {
                several ??= [];
                if (!several.TryGetValue(selection, out var group)) several.Add(selection, group = []);
                group.Add(made);
            }
            return made;
        }
    }
}
