using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Access;

/// <summary>Who sends a request.</summary>
internal enum Caller
{
    /// <summary>Anybody: sees what is published.</summary>
    Anonymous,

    /// <summary>Whoever has the token: sees everything, and writes.</summary>
    Writer,

    /// <summary>Whoever sends a token that is not ours.</summary>
    Impostor,
}

/// <summary>Tells every request's caller, and keeps the routes that write for those with the token.</summary>
internal static class CallerAccess
{
    public static Caller Caller(this HttpContext context) => context.Items[typeof(Caller)] as Caller? ?? Access.Caller.Anonymous;

    /// <summary>True where the caller may see what is not published.</summary>
    public static bool SeesDrafts(this HttpContext context) => context.Caller() == Access.Caller.Writer;

    /// <summary>Tells the caller; a wrong token is refused even for reading, since who sends one expects to see more.</summary>
    public static void UseCaller(this WebApplication app) => app.Use(async (context, next) =>
    {
        var caller = context.RequestServices.GetRequiredService<WriteToken>().Tell(context);
        context.Items[typeof(Caller)] = caller;
        if (caller == Access.Caller.Impostor && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            await new Problem(ProblemKinds.InvalidToken, AccessTexts.InvalidToken).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>The routes of <paramref name="routes"/> need the token.</summary>
    public static TBuilder NeedsToken<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            return context.RequestServices.GetRequiredService<WriteToken>().Refusal(context) is { } refusal ? refusal : await next(invocation);
        });
}
