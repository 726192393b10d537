using System.Data.Common;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Store;
using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Rest.Health;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class HealthRoutes
{
    private static readonly Problem NotReady = new(ProblemKinds.NotReady, new LocalText(
        "ที่เก็บข้อมูลยังไม่ตอบ โปรดลองใหม่ภายหลัง",
        "The store does not answer yet. Try again later."));

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapRead("/health/live", () => new HealthBody("live")).Takes().Tells(HealthOperations.Live);
        app.MapRead("/health/ready", ReadyAsync).Takes().Tells(HealthOperations.Ready);
    }

    private static async Task<IResult> ReadyAsync(IDataStore store, HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(TimeSpan.FromSeconds(ServerLimits.ReadySeconds));
        try
        {
            await store.Registry.ListDatasetsAsync(new DatasetQuery(null, null, null, 1, true), patience.Token);
            return new HealthBody("ready");
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException or OperationCanceledException)
        {
            return NotReady;
        }
    }
}

/// <summary><c>{ "status": … }</c>, never kept by a cache.</summary>
internal sealed class HealthBody(string status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(new JObject { ["status"] = status }.ToString(Newtonsoft.Json.Formatting.None));
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
