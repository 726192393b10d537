using Microsoft.AspNetCore.ResponseCompression;
using OpenData.Registry;
using OpenData.Server.Access;
using OpenData.Server.Ckan;
using OpenData.Server.GraphQl;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Published;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Accounts;
using OpenData.Server.Rest.Audit;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Feedback;
using OpenData.Server.Rest.Files;
using OpenData.Server.Rest.Health;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Releases;
using OpenData.Server.Rest.Reports;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Rest.Rules;
using OpenData.Server.Rest.Scores;
using OpenData.Server.Rest.Search;
using OpenData.Server.Rest.Usage;
using OpenData.Server.Rest.Validation;
using OpenData.Server.Sdmx;
using OpenData.Server.Web;
using OpenData.Store;
using OpenData.Server.Dcat;
using OpenData.Server.Dcat.Listings;
using OpenData.Server.Frictionless;

namespace OpenData.Server;

/// <summary>The catalog on the wire: JSON, files and plain pages over one store.</summary>
public static class OpenDataServer
{
    /// <summary>Builds the server; the caller starts it, and disposes <paramref name="store"/> after it.</summary>
    public static WebApplication Build(ServerOptions options, IDataStore store)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(OpenDataServer).Assembly.GetName().Name });
        Listen(builder, options);
        Register(builder.Services, options, store);
        var app = builder.Build();
        Arrange(app);
        Map(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ServerLimits.DocumentBytes;
            kestrel.Limits.MaxResponseBufferSize = ServerLimits.ResponseBufferBytes;
            kestrel.Limits.MaxRequestLineSize = ServerLimits.RequestLineBytes;
        });
        // Without encryption the socket's own limit counts, of 64 KiB: a page of a search would wait for its reader.
        builder.WebHost.UseSockets(sockets => sockets.MaxWriteBufferSize = ServerLimits.ResponseBufferBytes);
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (options.Log)
        {
            builder.Logging.AddSimpleConsole();
        }
    }

    private static void Register(IServiceCollection services, ServerOptions options, IDataStore store)
    {
        // As an instance, which the container does not dispose: the caller owns the store.
        services.AddSingleton(store);
        services.AddSingleton(options);
        services.AddSingleton<Callers>();
        services.AddSingleton<AccountDesk>();
        services.AddSessions();
        services.AddProvider(options);
        services.AddSingleton<PublishedDatasets>();
        services.AddSingleton<GroupingTurn>();
        services.AddSingleton<RenderedAnswers>();
        services.AddSingleton<Downloads>();
        services.AddSingleton<TableDesk>();
        services.AddSingleton<CheckDesk>();
        services.AddSingleton<ScoreDesk>();
        services.AddHostedService<ScoreKeeper>();
        services.AddHttpContextAccessor();
        services.AddScoped<Catalog>();
        services.AddSingleton<FoundItems>();
        services.AddSingleton<SearchTurns>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<EvidenceIntake>();
        services.AddScoped<RegistrationDesk>();
        services.AddScoped<FeedbackDesk>();
        services.AddScoped<RequestDesk>();
        services.AddHostedService<ContactSweep>();
        services.AddRateLimits(options);
        services.AddSingleton<UsageCounter>();
        services.AddHostedService(provider => provider.GetRequiredService<UsageCounter>());
        services.AddScoped<UsageDesk>();
        services.AddRouting();
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Last-Modified", "Link", "Content-Disposition", "Accept-Ranges", "Content-Range", TableAnswer.TotalHeader, "RateLimit", "RateLimit-Policy", "Retry-After")));
        services.AddResponseCompression(compression =>
        {
            // The answers are public and hold no secret that a guessed compression could betray (BREACH).
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "application/x-ndjson", "application/geo+json", "application/problem+json", "application/graphql-response+json"];
        });
        services.AddCkan();
        services.AddSdmx();
        services.AddGraphQl();
        services.AddPages();
        services.AddDcat();
        services.AddOpenApi();
    }

    private static void Arrange(WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseCounting();
        app.UsePageSafety();
        app.UseWhen(context => !IsOriginal(context.Request.Path), compressed => compressed.UseResponseCompression());
        app.UseMiddleware<ProblemFace>();
        app.Use(AnswerOptionsAsync);
        app.UseCaller();
        app.UseCsvDescriptions();
        app.UseProvider();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
    }

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapDatasets();
        api.MapDatasetWriting();
        api.MapRows();
        api.MapPackages();
        api.MapReports();
        api.MapRules();
        api.MapScores();
        api.MapEvidence();
        api.MapFiles();
        api.MapReleases();
        api.MapAudit();
        api.MapReviews();
        api.MapAccounts();
        api.MapFeedback();
        api.MapRequests();
        api.MapUsage();
        api.MapValidation();
        app.MapOpenApi();
        app.MapCkan();
        app.MapSdmx();
        app.MapGraphQl();
        app.MapHealth();
        app.MapDcat();
        app.MapListings();
        app.MapPages();
        app.MapProvider();
    }

    /// <summary>A plain OPTIONS is told what may be asked of an address (RFC 9110, section 9.3.7); the preflights of CORS are answered elsewhere.</summary>
    private static async Task AnswerOptionsAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (HttpMethods.IsOptions(context.Request.Method) && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed })
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.Headers.Allow = $"{context.Response.Headers.Allow}, {HttpMethods.Options}";
        }
    }

    /// <summary>Originals go out byte for byte, so that a hash and a range mean the same to everybody.</summary>
    private static bool IsOriginal(PathString path) =>
        path.StartsWithSegments("/api") && path.Value!.EndsWith("/file", StringComparison.Ordinal);
}
