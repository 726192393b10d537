using System.Globalization;
using OpenData.Registry.Access;
using OpenData.Registry.Feedback;

namespace OpenData.Registry;

/// <summary>One entry of the audit log: who did what to which bytes, and when. It is never changed and never removed.</summary>
public sealed record AuditEntry
{
    /// <summary>What the first entry has in place of the hash before it: 64 zeros.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>Its place in the log, from 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The moment in UTC, <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>, as it is hashed.</summary>
    public required string Time { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>What was done, such as <c>release.published</c>; see <see cref="AuditActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to; see <see cref="AuditObjects"/>.</summary>
    public required string Object { get; init; }

    /// <summary>SHA-256 of the object before, lower-case hex; null where it was not there.</summary>
    public string? Before { get; init; }

    /// <summary>SHA-256 of the object after, lower-case hex; null where it is not there any more.</summary>
    public string? After { get; init; }

    /// <summary>More of what happened, such as the hashes of a release's parts; null where there is no more to tell.</summary>
    public string? Detail { get; init; }

    /// <summary>The hash of the entry before this one, or <see cref="Origin"/>.</summary>
    public required string Previous { get; init; }

    /// <summary>The entry's own hash, as it is kept.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The text whose UTF-8 is hashed: ten lines, the first of which is the hash of the entry before.</summary>
    public string Canonical() => CanonicalLines.Of(
        Previous, Sequence.ToString(CultureInfo.InvariantCulture), Time, Actor.Kind, Actor.Name, Action, Object, Before, After, Detail);

    /// <summary>The hash that the entry must have.</summary>
    public string ComputeHash() => CanonicalLines.HashOf(Canonical());

    /// <summary>The entry with its hash.</summary>
    public AuditEntry Sealed() => this with { Hash = ComputeHash() };
}

/// <summary>Where the audit log ends.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Hash">The hash of the last one, or <see cref="AuditEntry.Origin"/> of an empty log. An auditor who notes it down knows later whether anything before it was changed.</param>
public sealed record AuditHead(long Entries, string Hash);

/// <summary>What can be done to an object of the registry, as the audit log calls it.</summary>
public static class AuditActions
{
    /// <summary>The log begins; the hash is of the whole registry as it was found.</summary>
    public const string Begun = "log.begun";

    /// <summary>An object was there before the log began.</summary>
    public const string Adopted = "object.adopted";

    public const string OrganizationCreated = "organization.created";
    public const string OrganizationChanged = "organization.changed";
    public const string DatasetCreated = "dataset.created";
    public const string DatasetChanged = "dataset.changed";
    public const string DatasetSubmitted = "dataset.submitted";
    public const string DatasetReturned = "dataset.returned";
    public const string DatasetApproved = "dataset.approved";
    public const string DatasetPublished = "dataset.published";
    public const string DatasetWithdrawn = "dataset.withdrawn";

    /// <summary>A change waits beside what is public, or what was under review is a draft again.</summary>
    public const string DatasetDrafted = "dataset.drafted";

    public const string ExceptionRecorded = "exception.recorded";
    public const string DictionaryChanged = "dictionary.changed";
    public const string DictionaryRemoved = "dictionary.removed";
    public const string FileChecked = "file.checked";
    public const string ReportRemoved = "report.removed";
    public const string ReleasePublished = "release.published";
    public const string ReleaseRolledBack = "release.rolled-back";
    public const string QuestionAsked = "question.asked";
    public const string RequestAsked = "request.asked";

    /// <summary>What a step of a review is called in the log; null for those that are told by what they change.</summary>
    public static string? Of(DatasetAction? step) => step switch
    {
        DatasetAction.Submit => DatasetSubmitted,
        DatasetAction.Return => DatasetReturned,
        DatasetAction.Approve => DatasetApproved,
        DatasetAction.Publish => DatasetPublished,
        DatasetAction.Withdraw => DatasetWithdrawn,
        _ => null,
    };

    /// <summary>What a step that leaves a question so is called in the log.</summary>
    public static string Of(QuestionState state) => state switch
    {
        QuestionState.Accepted => "question.accepted",
        QuestionState.Answered => "question.answered",
        QuestionState.Hidden => "question.hidden",
        _ => QuestionAsked,
    };

    /// <summary>What a step that leaves a request so is called in the log; an open one was handed on.</summary>
    public static string Of(RequestState state) => state switch
    {
        RequestState.Granted => "request.granted",
        RequestState.Refused => "request.refused",
        RequestState.Hidden => "request.hidden",
        _ => "request.handed-on",
    };
}

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

    /// <summary>A question about a dataset; its hash is that of nine lines.</summary>
    public static string Question(string id) => $"question/{id}";

    /// <summary>A request for data; its hash is that of ten lines, without the asker's contact.</summary>
    public static string Request(string id) => $"request/{id}";

    /// <summary>A release; its hash is that of its record, see <see cref="AuditedRelease"/>.</summary>
    public static string Release(string dataset, string key, long number) => string.Create(CultureInfo.InvariantCulture, $"dataset/{dataset}/{key}/releases/{number}");
}
