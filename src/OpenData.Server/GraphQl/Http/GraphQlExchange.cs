using OpenData.GraphQL;
using OpenData.GraphQL.Execution;
using OpenData.GraphQL.Language;
using OpenData.GraphQL.Types;
using OpenData.Server.Access;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.GraphQl.Http;

/// <summary>One request and its answer (GraphQL over HTTP): read, found, proved, permitted, run, written.</summary>
/// <param name="schema">The snapshot it runs on.</param>
/// <param name="type">What the client accepts; null where it accepts nothing we have.</param>
internal sealed class GraphQlExchange(Schema schema, AnswerType? type) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Validators.Keep(httpContext);
        if (type is null)
        {
            await RefuseAsync(httpContext, HttpTexts.NotAcceptable);
            return;
        }

        var (sent, refusal) = await OperationReader.ReadAsync(httpContext.Request);
        var (request, unknown) = sent is null ? (null, refusal) : Find(httpContext, sent);
        if (request is null)
        {
            await RefuseAsync(httpContext, unknown!);
            return;
        }

        await AnswerAsync(httpContext, request, sent!.Sha256);
    }

    /// <summary>The document that was sent, or the trusted one that was called by its hash.</summary>
    private static (GraphQLRequest? Request, HttpRefusal? Refusal) Find(HttpContext context, SentOperation sent)
    {
        if (sent.Document is { } text && sent.Sha256 is { } claimed && TrustedDocuments.HashOf(text) != claimed)
        {
            return (null, HttpTexts.OtherHash);
        }

        var document = sent.Document ?? context.RequestServices.GetRequiredService<TrustedDocuments>().Find(sent.Sha256!);
        return document is { } found
            ? (new GraphQLRequest(new Source(found), sent.OperationName, sent.Variables), null)
            : (null, HttpTexts.NotFound);
    }

    private async Task AnswerAsync(HttpContext context, GraphQLRequest request, string? sha256)
    {
        var executor = context.RequestServices.GetRequiredService<GraphQLExecutor>();
        var prepared = executor.Prepare(schema, request);
        CostHeader.Set(context, prepared);
        if (sha256 is not null && prepared.Errors.Count == 0)
        {
            context.RequestServices.GetRequiredService<TrustedDocuments>().Keep(sha256, request.Document.Body);
        }

        if (await ForbiddenAsync(context, prepared) is { } forbidden)
        {
            await RefuseAsync(context, forbidden);
            return;
        }

        using var response = await executor.ExecuteAsync(prepared, new GraphQlCall(context), cancellation: context.RequestAborted);
        await WriteAsync(context, response, Status(context, prepared, response));
    }

    /// <summary>Mutations come by POST and with the token; a wrong token is refused for reading too, since who sends one expects to see more.</summary>
    private static async Task<HttpRefusal?> ForbiddenAsync(HttpContext context, PreparedOperation prepared)
    {
        var mutates = prepared.Operation?.Operation == OperationType.Mutation;
        if (mutates && !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return HttpTexts.MutationByGet;
        }

        var refusal = mutates || context.Caller().IsImpostor ? await context.RequestServices.GetRequiredService<Callers>().RefusalAsync(context) : null;
        return refusal is null ? null : new HttpRefusal(refusal.Kind.Status, refusal.Kind.Code, refusal.Detail);
    }

    /// <summary>A response with data is a 200 whatever its errors; without, only the newer media type says so in the status.</summary>
    private int Status(HttpContext context, PreparedOperation prepared, GraphQLResponse response)
    {
        if (response.WasExecuted || type == AnswerType.Json)
        {
            return StatusCodes.Status200OK;
        }

        return prepared.IsUnprocessable && context.RequestServices.GetRequiredService<ServerOptions>().GraphQlUnprocessable
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status400BadRequest;
    }

    private async Task RefuseAsync(HttpContext context, HttpRefusal refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        context.Response.Headers.CacheControl = "no-store";
        var status = !refusal.IsOfDocument || type == AnswerType.Json ? refusal.Status : StatusCodes.Status400BadRequest;
        using var response = GraphQLResponse.Refused(refusal.ToError(AskedLanguage.Of(context)));
        await WriteAsync(context, response, status);
    }

    private async Task WriteAsync(HttpContext context, GraphQLResponse response, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = (type ?? AnswerType.Json).ContentType;
        await response.WriteToAsync(context.Response.BodyWriter, context.RequestAborted);
    }
}
