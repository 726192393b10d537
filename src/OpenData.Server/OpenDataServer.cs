using Microsoft.AspNetCore.ResponseCompression;
using OpenData.Registry;
using OpenData.Server.Access;
using OpenData.Server.GraphQl;
using OpenData.Server.GraphQl.Http;
using OpenData.Server.Rest;
using OpenData.Server.Rest.Accounts;
using OpenData.Server.Rest.Audit;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Files;
using OpenData.Server.Rest.Health;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Releases;
using OpenData.Server.Rest.Reports;
using OpenData.Server.Rest.Reviews;
using OpenData.Server.Rest.Rows;
using OpenData.Server.Rest.Rules;
using OpenData.Server.Rest.Scores;
using OpenData.Server.Rest.Validation;
using OpenData.Server.Web;
using OpenData.Store;

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
            kestrel.Limits.MaxRequestLineSize = ServerLimits.RequestLineBytes;
        });
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
        services.AddSingleton<CheckDesk>();
        services.AddSingleton<ScoreDesk>();
        services.AddHostedService<ScoreKeeper>();
        services.AddHttpContextAccessor();
        services.AddScoped<Catalog>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<EvidenceIntake>();
        services.AddScoped<RegistrationDesk>();
        services.AddRouting();
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .AllowAnyHeader()
            .WithExposedHeaders("ETag", "Last-Modified", "Link", "Content-Disposition", RowAnswer.TotalHeader)));
        services.AddResponseCompression(compression =>
        {
            // The answers are public and hold no secret that a guessed compression could betray (BREACH).
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "application/x-ndjson", "application/problem+json", "application/graphql-response+json"];
        });
        services.AddGraphQl();
        services.AddPages();
    }

    private static void Arrange(WebApplication app)
    {
        app.UseTrustedProxies();
        app.UsePageSafety();
        app.UseWhen(context => !IsOriginal(context.Request.Path), compressed => compressed.UseResponseCompression());
        app.UseMiddleware<ProblemFace>();
        app.UseCaller();
        app.UseProvider();
        app.UseRouting();
        app.UseCors();
    }

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapDatasets();
        api.MapDatasetWriting();
        api.MapRows();
        api.MapReports();
        api.MapRules();
        api.MapScores();
        api.MapEvidence();
        api.MapFiles();
        api.MapReleases();
        api.MapAudit();
        api.MapReviews();
        api.MapAccounts();
        api.MapValidation();
        app.MapGraphQl();
        app.MapHealth();
        app.MapPages();
        app.MapProvider();
    }

    /// <summary>Originals go out byte for byte, so that a hash and a range mean the same to everybody.</summary>
    private static bool IsOriginal(PathString path) =>
        path.StartsWithSegments("/api") && path.Value!.EndsWith("/file", StringComparison.Ordinal);
}
