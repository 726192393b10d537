using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;

namespace OpenData.Server.Access;

/// <summary>
/// Requests of a minute for each token, or for each address that sends none, told in the headers <c>RateLimit-Policy</c> and <c>RateLimit</c>
/// (draft-ietf-httpapi-ratelimit-headers). Every minute begins with an empty table, so that nobody's address is remembered longer.
/// </summary>
/// <param name="options">How many requests, and the time.</param>
internal sealed class QuotaLimiter(ServerOptions options) : PartitionedRateLimiter<HttpContext>
{
    private const int Seconds = 60;
    private const string Token = "token";
    private const string Address = "address";
    private Window window = new(0);

    /// <summary>The limits that a client may be under, as the policy's header lists them; empty where there are none.</summary>
    private string Policies { get; } = string.Join(", ", new[] { (Name: Token, Quota: options.TokenRequestsPerMinute), (Name: Address, Quota: options.AddressRequestsPerMinute) }
        .Where(p => p.Quota > 0)
        .Select(p => string.Create(CultureInfo.InvariantCulture, $"\"{p.Name}\";q={p.Quota};w={Seconds}")));

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var (policy, key) = PartitionOf(resource);
        var quota = policy == Token ? options.TokenRequestsPerMinute : options.AddressRequestsPerMinute;
        if (quota <= 0 || IsFree(resource))
        {
            return Keep(resource, Lease.Taken);
        }

        var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
        var used = WindowOf(now / Seconds).Take(key);
        var reset = Seconds - (now % Seconds);
        var headers = resource.Response.Headers;
        headers["RateLimit-Policy"] = Policies;
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={Math.Max(0, quota - used)};t={reset}");
        return Keep(resource, used <= quota ? Lease.Taken : new Lease(TimeSpan.FromSeconds(reset)));
    }

    /// <summary>Nobody waits in line. The middleware asks here once more after any refusal, and a request is counted once: the answer is what it was.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(resource.Items[typeof(QuotaLimiter)] as RateLimitLease ?? AttemptAcquireCore(resource, permitCount));

    private static Lease Keep(HttpContext context, Lease lease)
    {
        context.Items[typeof(QuotaLimiter)] = lease;
        return lease;
    }

    /// <summary>What is not limited: health, for whoever watches it, and the page that shows a refusal.</summary>
    private static bool IsFree(HttpContext context) => context.Request.Path.StartsWithSegments("/health") || context.Items.ContainsKey(typeof(Rest.Problems.ProblemFace));

    private static (string Policy, string Key) PartitionOf(HttpContext context)
    {
        var caller = context.Caller();
        return caller switch
        {
            { Session: { } session } => (Token, "s" + session),
            { IsKnown: true } => (Token, "t" + Secrets.Sha256(TokenOf(context.Request))),
            _ => (Address, "a" + RateLimits.AddressOf(context)),
        };
    }

    /// <summary>The token alone: however the header around it is written, it is the same one.</summary>
    private static string TokenOf(HttpRequest request) => request.Headers.Authorization.ToString() is var header && header.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? header[space..].Trim() : "";

    private Window WindowOf(long number)
    {
        var known = Volatile.Read(ref window);
        while (known.Number != number)
        {
            var next = new Window(number);
            var found = Interlocked.CompareExchange(ref window, next, known);
            known = found == known ? next : found;
        }

        return known;
    }

    /// <summary>One minute and what was used in it.</summary>
    private sealed class Window(long number)
    {
        private readonly ConcurrentDictionary<string, StrongBox> used = new(StringComparer.Ordinal);

        public long Number => number;

        public int Take(string key)
        {
            // Where somebody comes from very many addresses, the newest of them share one count.
            var counted = used.Count >= ServerLimits.RateLimitPartitions && !used.ContainsKey(key) ? "" : key;
            return Interlocked.Increment(ref used.GetOrAdd(counted, _ => new StrongBox()).Value);
        }

        private sealed class StrongBox
        {
            public int Value;
        }
    }

    /// <summary>An answer to whether a request may go on, and else when.</summary>
    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public static readonly Lease Taken = new(null);

        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = wait is { } time && metadataName == MetadataName.RetryAfter.Name ? time : null;
            return metadata is not null;
        }
    }
}
