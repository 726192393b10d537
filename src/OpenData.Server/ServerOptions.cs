using System.Net;

namespace OpenData.Server;

/// <summary>What whoever starts the server decides.</summary>
public sealed record ServerOptions
{
    /// <summary>The environment variable that holds the write token where no option does.</summary>
    public const string TokenVariable = "OPENDATA_TOKEN";

    /// <summary>The environment variable that says how many megabytes of rendered answers are kept ready.</summary>
    public const string KeptAnswersVariable = "OPENDATA_KEPT_ANSWERS_MB";

    /// <summary>The environment variable that holds the public address where no option does.</summary>
    public const string PublicAddressVariable = "OPENDATA_PUBLIC_ADDRESS";

    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes any free port.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>The address by which the world reaches the server, such as <c>https://data.example.go.th</c> or with a path; null for whatever address each request came by.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Addresses and networks (CIDR) of proxies whose <c>X-Forwarded-*</c> headers are believed; from anybody else they are ignored.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The folder uploads are spooled to; each is deleted when its answer is written.</summary>
    public string TempFolder { get; init; } = Path.Combine(Path.GetTempPath(), "opendata");

    /// <summary>The token that writing asks for, or null where nothing may be written over HTTP.</summary>
    public string? WriteToken { get; init; } = Environment.GetEnvironmentVariable(TokenVariable);

    /// <summary>The OpenID provider by which people may sign in beside their passwords, or null.</summary>
    public SignInProvider? Provider { get; init; }

    /// <summary>The greatest size of an uploaded file, in bytes.</summary>
    public long UploadBytes { get; init; } = ServerLimits.UploadBytes;

    /// <summary>Whether GraphQL documents that are well-formed but invalid are answered with 422, as newer drafts of GraphQL over HTTP ask, where the client takes <c>application/graphql-response+json</c>; 400 otherwise, which today's clients and audits expect.</summary>
    public bool GraphQlUnprocessable { get; init; }

    /// <summary>Bytes of rendered answers that are kept ready; 0 keeps none.</summary>
    public long KeptAnswerBytes { get; init; } = MegabytesOf(Environment.GetEnvironmentVariable(KeptAnswersVariable)) ?? ServerLimits.KeptAnswerBytes;

    /// <summary>Ratings, questions and requests that one address may send in an hour.</summary>
    public int FeedbackPerHour { get; init; } = ServerLimits.FeedbackPerHour;

    /// <summary>Requests of a minute that one address without a token may make; 0 for no limit.</summary>
    public int AddressRequestsPerMinute { get; init; } = ServerLimits.AddressRequestsPerMinute;

    /// <summary>Requests of a minute that one token, or one person who has signed in, may make; 0 for no limit.</summary>
    public int TokenRequestsPerMinute { get; init; } = ServerLimits.TokenRequestsPerMinute;

    /// <summary>Tells the time of a release.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether requests are logged to the console.</summary>
    public bool Log { get; init; }

    private static long? MegabytesOf(string? text) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var megabytes) ? megabytes << 20 : null;
}
