using System.Globalization;

namespace OpenData.Registry;

/// <summary>The objects of the registry, as the audit log calls them.</summary>
public static class AuditObjects
{
    /// <summary>The registry as a whole.</summary>
    public const string Registry = "registry";

    /// <summary>An organization; its hash is that of four lines: name, Thai title, English title, parent.</summary>
    public static string Organization(string name) => $"organization/{name}";

    /// <summary>A dataset's Form 1; its hash is that of the canonical JSON.</summary>
    public static string Dataset(string name) => $"dataset/{name}";

    /// <summary>A dataset's state; its hash is that of one line with its name.</summary>
    public static string State(string dataset) => $"dataset/{dataset}/state";

    /// <summary>A resource's dictionary; its hash is the dictionary's version, that of its canonical JSON.</summary>
    public static string Dictionary(string dataset, string key) => $"dataset/{dataset}/{key}/dictionary";

    /// <summary>The report of a resource's newest check; its hash is that of its bytes.</summary>
    public static string Report(string dataset, string key) => $"dataset/{dataset}/{key}/report";

    /// <summary>A release; its hash is that of its record, see <see cref="AuditedRelease"/>.</summary>
    public static string Release(string dataset, string key, long number) => string.Create(CultureInfo.InvariantCulture, $"dataset/{dataset}/{key}/releases/{number}");

    /// <summary>That one person may both submit and approve; its hash is that of one line, <c>one-person</c>, and it is there only where that is so.</summary>
    public static string OnePerson(string organization) => $"organization/{organization}/one-person";

    /// <summary>What waits for a review, and who submitted; see <see cref="AuditRecords.Review"/>.</summary>
    public static string Review(string dataset) => $"dataset/{dataset}/review";

    /// <summary>A step of a review; see <see cref="AuditRecords.Step"/>.</summary>
    public static string Step(string dataset, long number) => string.Create(CultureInfo.InvariantCulture, $"dataset/{dataset}/steps/{number}");

    /// <summary>A file that waits for its review; its hash is that of a release's record with the number 0.</summary>
    public static string Staged(string dataset, string key) => $"dataset/{dataset}/{key}/staged";

    /// <summary>A recorded exception; see <see cref="AuditRecords.Exception"/>.</summary>
    public static string Exception(string dataset, string key, string rule) => $"dataset/{dataset}/{key}/exceptions/{rule}";

    /// <summary>A record of evidence; see <see cref="AuditRecords.Evidence"/>.</summary>
    public static string Evidence(string id) => $"evidence/{id}";

    /// <summary>A kept score; see <see cref="AuditRecords.Score"/>.</summary>
    public static string Score(long number) => string.Create(CultureInfo.InvariantCulture, $"score/{number}");

    /// <summary>Somebody's account; see <see cref="AuditRecords.Account"/>.</summary>
    public static string Account(string name) => $"account/{name}";

    /// <summary>What somebody may do; see <see cref="AuditRecords.Roles"/>. There only where they have a role.</summary>
    public static string Roles(string account) => $"account/{account}/roles";

    /// <summary>Somebody's identity at a provider; see <see cref="AuditRecords.Identity"/>.</summary>
    public static string Identity(string account, string id) => $"account/{account}/identities/{id}";

    /// <summary>A token; see <see cref="AuditRecords.Token"/>.</summary>
    public static string Token(string account, string id) => $"account/{account}/tokens/{id}";

    /// <summary>A question about a dataset; its hash is that of nine lines.</summary>
    public static string Question(string id) => $"question/{id}";

    /// <summary>A request for data; its hash is that of ten lines, without the asker's contact.</summary>
    public static string Request(string id) => $"request/{id}";
}
