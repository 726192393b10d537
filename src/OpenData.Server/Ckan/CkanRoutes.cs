using Newtonsoft.Json.Linq;
using OpenData.Server.Access;
using OpenData.Server.Ckan.Datastore;
using OpenData.Server.Ckan.Packages;
using OpenData.Server.Rest;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Ckan;

/// <summary>The CKAN face: the Action API, version 3, and the DataStore's dumps.</summary>
internal static class CkanRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void AddCkan(this IServiceCollection services)
    {
        services.AddSingleton<PackageFactsCache>();
        services.AddSingleton<PackageIndex>();
        services.AddScoped<PackageCatalog>();
    }

    public static void MapCkan(this IEndpointRouteBuilder routes)
    {
        routes.MapLate("/api/action/{name}", AnswerAsync, Methods).WithCkanCors().Tells(CkanOperations.ActionOfAnyVersion);
        routes.MapLate("/api/3/action/{name}", AnswerAsync, Methods).WithCkanCors().Tells(CkanOperations.Action);
        routes.MapRead("/api/3", (HttpContext context) => new VersionAnswer()).WithCkanCors().Tells(CkanOperations.Version);
        routes.MapRead("/api", (HttpContext context) => new VersionAnswer()).WithCkanCors().Tells(CkanOperations.VersionOfAny);
        routes.MapRead("/datastore/dump/{id}", DumpAsync).WithCkanCors().Tells(CkanOperations.Dump);
    }

    /// <summary>True where clients of CKAN ask: they send tokens in their own way and know no other refusals than CKAN's.</summary>
    public static bool Holds(PathString path) =>
        path.StartsWithSegments("/api/action") || path.StartsWithSegments("/api/3") || path.StartsWithSegments("/datastore");

    private static async Task<IResult> AnswerAsync(HttpContext context, string name)
    {
        if (ActionList.Find(name) is not { } action)
        {
            return CkanAnswer.BadRequest($"Action name not known: {Shown(name)}");
        }

        if (Jsonp.IsRefused(context.Request))
        {
            return CkanAnswer.BadRequest($"{Jsonp.Parameter} is the name of a JavaScript function, such as jQuery111.done");
        }

        var (arguments, fault) = await ArgumentReader.ReadAsync(context);
        if (arguments is null)
        {
            return CkanAnswer.BadRequest("JSON Error: " + fault);
        }

        arguments.Remove(Jsonp.Parameter);
        var call = new CkanCall(context, name, arguments);
        return new CkanAnswer(name, context.Caller().IsImpostor ? CkanOutcome.Denied(call.Say(CkanTexts.InvalidToken)) : await action.Run(call));
    }

    private static async Task<IResult> DumpAsync(HttpContext context, string id)
    {
        var (arguments, _) = await ArgumentReader.ReadAsync(context);
        var call = new CkanCall(context, "dump", arguments ?? []);
        return context.Caller().IsImpostor ? Results.Text(call.Say(CkanTexts.InvalidToken), statusCode: StatusCodes.Status403Forbidden) : new Dump(call, id);
    }

    /// <summary>Pages of other sites may ask here by POST too, which is how scripts send their arguments; cookies say nothing here.</summary>
    private static LateRoute WithCkanCors(this LateRoute route) =>
        route.RequireCors(policy => policy.AllowAnyOrigin().WithMethods(Methods).AllowAnyHeader().WithExposedHeaders("ETag", "Last-Modified", "Content-Disposition"));

    private static string Shown(string text) => text.Length <= ServerLimits.ShownValue ? text : text[..ServerLimits.ShownValue] + "…";

    private sealed class VersionAnswer : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            CkanAnswer.WriteAsync(httpContext, Rest.JsonBody.Text(new JObject { ["version"] = 3 }), StatusCodes.Status200OK, Jsonp.CallbackOf(httpContext.Request));
    }
}
