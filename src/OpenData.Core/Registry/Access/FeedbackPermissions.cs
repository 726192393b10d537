namespace OpenData.Registry.Access;

/// <summary>What can be done with what people ask of an organization.</summary>
public enum FeedbackAction
{
    /// <summary>Reading what is not public: waiting and hidden questions, requests.</summary>
    Read,

    /// <summary>Answering, accepting, hiding, granting, refusing, handing on.</summary>
    Answer,
}

/// <summary>Who may do what with questions and requests: the one table that every interface asks.</summary>
public static class FeedbackPermissions
{
    private static readonly Dictionary<(Role, FeedbackAction), bool> Table = new()
    {
        [(Role.Anonymous, FeedbackAction.Read)] = false,
        [(Role.Anonymous, FeedbackAction.Answer)] = false,
        [(Role.Officer, FeedbackAction.Read)] = true,
        [(Role.Officer, FeedbackAction.Answer)] = true,
        [(Role.Approver, FeedbackAction.Read)] = true,
        [(Role.Approver, FeedbackAction.Answer)] = false,
        [(Role.Auditor, FeedbackAction.Read)] = true,
        [(Role.Auditor, FeedbackAction.Answer)] = false,
        [(Role.Admin, FeedbackAction.Read)] = true,
        [(Role.Admin, FeedbackAction.Answer)] = true,
    };

    /// <summary>The answer of the table.</summary>
    public static bool Allow(Role role, FeedbackAction action) => Table[(role, action)];

    /// <summary>True where one of somebody's roles allows it.</summary>
    public static bool Allow(IEnumerable<Role> roles, FeedbackAction action) => roles.Any(role => Allow(role, action));
}
