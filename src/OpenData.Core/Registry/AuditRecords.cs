namespace OpenData.Registry;

/// <summary>
/// The hashes of what the audit log knows beside releases: each of the lines named, in that order, as the registry keeps the values. Flags are 0 or 1.
/// Secrets come in as they are kept, which is hashed with salt or made of 256 bits of chance, so that their hash helps nobody guess one.
/// </summary>
public static class AuditRecords
{
    /// <summary>That one person may both submit and approve.</summary>
    public static readonly string OnePerson = CanonicalLines.Hash("one-person");

    /// <summary>What waits for a review: the state of the change, SHA-256 of its form, the id of who submitted; null where nothing waits and nobody did.</summary>
    public static string? Review(string? state, string? form, string? submittedBy) =>
        state is null && form is null && submittedBy is null ? null : CanonicalLines.Hash(state, form is null ? null : CanonicalLines.HashOf(form), submittedBy);

    /// <summary>A step of a review; its comments as the registry keeps them, in JSON.</summary>
    public static string Step(string time, string actor, string actorName, string action, string state, string? reason, string comments) =>
        CanonicalLines.Hash(time, actor, actorName, action, state, reason, comments);

    /// <summary>A recorded exception.</summary>
    public static string Exception(string rule, string reason, string actor, string actorName, string time) => CanonicalLines.Hash(rule, reason, actor, actorName, time);

    /// <summary>A record of evidence.</summary>
    public static string Evidence(IEnumerable<string?> values) => CanonicalLines.Hash(values);

    /// <summary>A kept score: organization, indicator, fiscal year, definition, score, SHA-256 of the result, when it was computed.</summary>
    public static string Score(string organization, string indicator, string year, string definition, string? score, string result, string computed) =>
        CanonicalLines.Hash(organization, indicator, year, definition, score, CanonicalLines.HashOf(result), computed);

    /// <summary>An account; the password as it is kept: hashed slowly, with a salt that the log does not have.</summary>
    public static string Account(string id, string name, string display, string password, bool mustChange, bool disabled, string? lockedUntil, string created) =>
        CanonicalLines.Hash(id, name, display, CanonicalLines.HashOf(password), Flag(mustChange), Flag(disabled), lockedUntil, created);

    /// <summary>What somebody may do: a line for each role, the role and the organization, in ordinal order; null where they have none.</summary>
    public static string? Roles(IEnumerable<string> roles)
    {
        var lines = roles.Order(StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? null : CanonicalLines.Hash(lines);
    }

    /// <summary>An identity at a provider: the provider, its subject, when it was linked.</summary>
    public static string Identity(string issuer, string subject, string linked) => CanonicalLines.Hash(issuer, subject, linked);

    /// <summary>A token: id, SHA-256 of the token's own hash, label, role, organization, made, expires, revoked.</summary>
    public static string Token(string id, string sha256, string label, string role, string organization, string created, string expires, string? revoked) =>
        CanonicalLines.Hash(id, CanonicalLines.HashOf(sha256), label, role, organization, created, expires, revoked);

    private static string Flag(bool flag) => flag ? "1" : "0";
}
