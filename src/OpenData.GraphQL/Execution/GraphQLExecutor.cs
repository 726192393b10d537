using System.Runtime.CompilerServices;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.GraphQL.Validation;

namespace OpenData.GraphQL.Execution;

/// <summary>Answers requests: reads, proves, plans and runs them within the limits. Specification 6 (Execution).</summary>
public sealed class GraphQLExecutor(GraphQLLimits limits)
{
    public GraphQLExecutor() : this(GraphQLLimits.Default) { }

    public GraphQLLimits Limits => limits;

    /// <summary>The sentence shown for an exception that is not a <see cref="GraphQLException"/>: what it says may be nobody's business.</summary>
    public Func<Exception, string> Describe { get; init; } = _ => "An unexpected error happened while this field was resolved.";

    /// <summary>Whether unknown names are answered with known ones. Off where names are not to be guessed.</summary>
    public bool Suggests { get; init; } = true;

    /// <summary>Everything up to running: the document is read and valid, the operation chosen, variables coerced, the plan made and its cost paid.</summary>
    public PreparedOperation Prepare(Schema schema, GraphQLRequest request)
    {
        var (document, errors, isWellFormed) = Read(schema, request.Document);
        if (document is null) return new PreparedOperation(schema, errors) { IsUnprocessable = isWellFormed };
        var (operation, error) = document.Operation(request.OperationName);
        if (operation is null) return new PreparedOperation(schema, [error!]) { IsUnprocessable = true };
        var (variables, wrong) = VariableCoercion.Coerce(schema, operation, request.Variables, limits);
        if (wrong.Count > 0) return new PreparedOperation(schema, wrong) { Operation = operation, IsUnprocessable = true };
        if (schema.RootType(operation.Operation) is not { } root)
            return new PreparedOperation(schema, [new GraphQLError($"Schema is not configured to execute {operation.Operation.Keyword()} operation.", operation)]) { Operation = operation };
        try
        {
            var plan = document.Plan(schema, operation, root, variables, limits);
            var cost = new OperationCost(schema, variables).Of(plan.Root);
            return cost > limits.MaxCost
                ? new PreparedOperation(schema, [GraphQLLimits.Refuse("cost", "The operation costs too much", cost, limits.MaxCost)]) { Operation = operation, Cost = cost }
                : new PreparedOperation(schema, []) { Operation = operation, Cost = cost, Plan = plan, Variables = variables };
        }
        catch (PlanTooLargeException tooLarge)
        {
            return new PreparedOperation(schema, [tooLarge.ToError()]) { Operation = operation };
        }
    }

    /// <summary>Prepares and runs a request.</summary>
    /// <param name="schema">The snapshot to run on.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="state">Handed to every resolver.</param>
    /// <param name="rootValue">The source of root fields.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Task<GraphQLResponse> ExecuteAsync(Schema schema, GraphQLRequest request, object? state = null, object? rootValue = null, CancellationToken cancellation = default) =>
        ExecuteAsync(Prepare(schema, request), state, rootValue, cancellation);

    /// <summary>Runs a prepared operation; one that was refused gives its errors.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<GraphQLResponse> ExecuteAsync(PreparedOperation prepared, object? state = null, object? rootValue = null, CancellationToken cancellation = default)
    {
        if (prepared.Plan is not { } plan) return new GraphQLResponse(prepared.Errors) { Cost = prepared.Cost };
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Timeout);
        var buffer = new PooledBuffer(limits.MaxResponseBytes);
        try
        {
            var run = new OperationRun(prepared.Schema, prepared.Variables, state, Describe, limits.MaxExecutionErrors, time.Token);
            if (plan.Root.Failure is { } failure)
            {
                "null"u8.CopyTo(buffer.GetSpan(4));
                buffer.Advance(4);
                return new GraphQLResponse([new GraphQLError(failure.Message, failure.Nodes)], buffer) { Cost = prepared.Cost };
            }
            var running = run.RunAsync(plan, rootValue);
            var root = running.IsCompleted ? await running : await running.WaitAsync(time.Token);
            new DataWriter(run.Errors, Describe, time.Token).Write(root, buffer);
            run.Held.Release();
            return new GraphQLResponse(run.Errors.Told, buffer) { Cost = prepared.Cost };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            buffer.Dispose();
            var most = (long)limits.Timeout.TotalMilliseconds;
            return new GraphQLResponse([GraphQLLimits.Refuse("milliseconds", "The operation took too long", most, most)]) { Cost = prepared.Cost };
        }
        catch (ResponseTooLargeException tooLarge)
        {
            buffer.Dispose();
            return new GraphQLResponse([tooLarge.ToError()]) { Cost = prepared.Cost };
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Runs a subscription: one response for each event of its stream. Specification 6.2.3 (Subscription).</summary>
    public async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(PreparedOperation prepared, object? state = null, object? rootValue = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (prepared.Plan is not { } plan)
        {
            yield return new GraphQLResponse(prepared.Errors) { Cost = prepared.Cost };
            yield break;
        }
        var (events, refusal) = await Open(prepared, plan, state, rootValue, cancellation);
        if (events is null)
        {
            yield return new GraphQLResponse([refusal!]) { Cost = prepared.Cost };
            yield break;
        }
        await foreach (var happened in events.WithCancellation(cancellation)) yield return await ExecuteAsync(prepared, state, happened, cancellation);
    }

    /// <summary>Specification 6.2.3.1 (Source Stream): CreateSourceEventStream().</summary>
    async ValueTask<(IAsyncEnumerable<object?>? Events, GraphQLError? Refusal)> Open(PreparedOperation prepared, OperationPlan plan, object? state, object? rootValue, CancellationToken cancellation)
    {
        var field = plan.Root.Fields[0];
        var root = new ResultObject(plan.Root, rootValue, null, 0);
        try
        {
            var context = new FieldContext(prepared.Schema, field, field.Arguments(prepared.Schema, prepared.Variables), state, cancellation) { Variables = prepared.Variables };
            var subscribe = field.Definition.Subscribe ?? throw new GraphQLException($"The field \"{field.ParentType.Name}.{field.Name}\" has no stream to subscribe to.");
            return (await subscribe(new ResolveContext(context, root)), null);
        }
        catch (GraphQLException error)
        {
            return (null, new GraphQLError(error.Message, error.Nodes.Count > 0 ? error.Nodes : field.Nodes) { Path = root.PathOf(0), Extensions = error.Extensions });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (null, new GraphQLError(Describe(error), field.Nodes) { Path = root.PathOf(0) });
        }
    }

    /// <summary>The document from the snapshot's cache, or read and proved now.</summary>
    (CachedDocument? Document, IReadOnlyList<GraphQLError> Errors, bool IsWellFormed) Read(Schema schema, Source source)
    {
        if (source.Body.Length > limits.MaxDocumentBytes)
            return (null, [GraphQLLimits.Refuse("documentBytes", "The document has too many bytes", source.Body.Length, limits.MaxDocumentBytes)], false);
        var key = PlanCache.KeyOf(source);
        if (schema.Plans.Find(key) is { } known) return (known, [], true);
        DocumentNode document;
        try
        {
            document = Parser.Parse(source, limits.Parsing);
        }
        catch (GraphQLSyntaxException error)
        {
            return (null, [error.ToError()], false);
        }
        if (OperationLimits.Check(document, limits) is { } refusal) return (null, [refusal], false);
        var validation = Validator.Run(schema, document, new ValidationOptions(limits) { Suggests = Suggests });
        if (validation.Errors.Count > 0) return (null, validation.Errors, true);
        var read = new CachedDocument(document, validation.Rests, validation.MeetsAbstractTypes);
        schema.Plans.Keep(key, read, limits.MaxCachedWeight);
        return (read, [], true);
    }
}

/// <summary>An operation that may be run, or the errors for which it may not.</summary>
public sealed class PreparedOperation
{
    internal PreparedOperation(Schema schema, IReadOnlyList<GraphQLError> errors) => (Schema, Errors) = (schema, errors);

    /// <summary>The snapshot the operation keeps to its end.</summary>
    public Schema Schema { get; }

    /// <summary>Why it may not be run; empty when it may.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether the document is well-formed and within its limits, but it, the choice of its operation, or the variables are not valid.</summary>
    public bool IsUnprocessable { get; init; }

    /// <summary>The operation chosen; null when none could be.</summary>
    public OperationDefinitionNode? Operation { get; init; }

    public long? Cost { get; init; }

    internal OperationPlan? Plan { get; init; }

    internal VariableValues Variables { get; init; } = VariableValues.None;
}
