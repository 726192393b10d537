using OpenData.Registry.Access;
using OpenData.Registry.Feedback;

namespace OpenData.Registry;

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

    /// <summary>An exception went with its resource.</summary>
    public const string ExceptionRemoved = "exception.removed";

    /// <summary>Somebody said whether one person may both submit and approve.</summary>
    public const string OnePersonAllowed = "organization.one-person-allowed";
    public const string TwoPeopleNeeded = "organization.two-people-needed";

    /// <summary>A change waits beside what is public, moves on, or is done with; or who submitted is another one.</summary>
    public const string ReviewChanged = "review.changed";
    public const string StepNoted = "step.noted";
    public const string FileStaged = "file.staged";

    /// <summary>A staged file was published, or made room for another.</summary>
    public const string StagedRemoved = "staged.removed";

    public const string EvidenceGiven = "evidence.given";
    public const string EvidenceWithdrawn = "evidence.withdrawn";
    public const string ScoreKept = "score.kept";

    public const string AccountCreated = "account.created";
    public const string AccountDisabled = "account.disabled";
    public const string AccountEnabled = "account.enabled";

    /// <summary>Too many wrong passwords: nobody signs in under the name for a while.</summary>
    public const string AccountLocked = "account.locked";
    public const string AccountUnlocked = "account.unlocked";

    /// <summary>Somebody tried to sign in under a locked name; told once for each lock-out, so that nobody fills the log.</summary>
    public const string SignInRefused = "sign-in.refused";

    public const string PasswordChanged = "password.changed";

    /// <summary>A one-time secret took the password's place.</summary>
    public const string PasswordReset = "password.reset";
    public const string RolesChanged = "roles.changed";
    public const string IdentityLinked = "identity.linked";
    public const string TokenMade = "token.made";
    public const string TokenRevoked = "token.revoked";
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
