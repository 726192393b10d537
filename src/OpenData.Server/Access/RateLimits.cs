using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using OpenData.Server.Rest.Feedback;

namespace OpenData.Server.Access;

/// <summary>How often one address may send what anybody may send. Addresses are kept in memory only, while they count.</summary>
internal static class RateLimits
{
    /// <summary>The policy of ratings, questions and requests.</summary>
    public const string Feedback = "feedback";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static void AddRateLimits(this IServiceCollection services, ServerOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RejectAsync;
        if (options is { AddressRequestsPerMinute: > 0 } or { TokenRequestsPerMinute: > 0 })
        {
            limiter.GlobalLimiter = new QuotaLimiter(options);
        }

        limiter.AddPolicy(Feedback, context => Reads(context.Request)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.FeedbackPerHour, Window = Hour }));
    });

    /// <summary>An address as it is counted: of IPv6 the half that names a network, since its other half changes at will.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }

    private static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await FeedbackTexts.TooMany(wait).ExecuteAsync(rejected.HttpContext);
    }
}
