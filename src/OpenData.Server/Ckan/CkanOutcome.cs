using Newtonsoft.Json.Linq;

namespace OpenData.Server.Ckan;

/// <summary>How an action ended: a result, or one of CKAN's errors with its status (<c>ckan/views/api.py</c>).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Result">What the action gives; null where it was refused.</param>
/// <param name="Error">The error's dictionary; null where there is none.</param>
internal sealed record CkanOutcome(int Status, JToken? Result, JObject? Error)
{
    /// <summary>An answer that is written as it is read, in the place of <see cref="Result"/>.</summary>
    public IStreamedResult? Stream { get; private init; }

    public static CkanOutcome Ok(JToken result) => new(StatusCodes.Status200OK, result, null);

    public static CkanOutcome Of(IStreamedResult stream) => new(StatusCodes.Status200OK, null, null) { Stream = stream };

    /// <summary>What is not there, and what the caller may not know of.</summary>
    public static CkanOutcome NotFound(string? what = null) =>
        Refused(StatusCodes.Status404NotFound, "Not Found Error", what is null ? "Not found" : "Not found: " + what);

    public static CkanOutcome Denied(string? why = null) =>
        Refused(StatusCodes.Status403Forbidden, "Authorization Error", why is null ? "Access denied" : "Access denied: " + why);

    /// <summary>Arguments that CKAN's schemas do not take: a list of messages for each.</summary>
    public static CkanOutcome Invalid(JObject errors)
    {
        errors["__type"] = "Validation Error";
        return new(StatusCodes.Status409Conflict, null, errors);
    }

    public static CkanOutcome Invalid(string field, string message) => Invalid(new JObject { [field] = new JArray(message) });

    /// <summary>A search with a parameter that cannot be understood.</summary>
    public static CkanOutcome InvalidSearch(string message) =>
        Refused(StatusCodes.Status400BadRequest, "Search Query Error", $"Search Query is invalid: {Quoted(message)}");

    /// <summary>A query that the search cannot read.</summary>
    public static CkanOutcome FailedSearch(string message) =>
        Refused(StatusCodes.Status409Conflict, "Search Error", $"Search error: {Quoted(message)}");

    /// <summary>As Python's <c>repr</c> writes a text without line breaks.</summary>
    public static string Quoted(string text) =>
        text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static CkanOutcome Refused(int status, string type, string message) =>
        new(status, null, new JObject { ["__type"] = type, ["message"] = message });
}

/// <summary>A result of an action whose parts are written one after another.</summary>
internal interface IStreamedResult
{
    /// <summary>Everything that decides the bytes of the result.</summary>
    string Identity { get; }

    /// <summary>When it changed last.</summary>
    DateTimeOffset Modified { get; }

    /// <summary>Makes sure of everything that can be refused or fail before the first byte.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Writes the value of <c>result</c>.</summary>
    Task WriteAsync(System.Text.Json.Utf8JsonWriter json, System.IO.Pipelines.PipeWriter body, CancellationToken cancellation);
}
