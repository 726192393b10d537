namespace OpenData.Registry.Access;

/// <summary>What can be done with a dataset.</summary>
public enum DatasetAction
{
    /// <summary>Reading it, its drafts and its history included.</summary>
    See,

    /// <summary>Changing its form or a dictionary.</summary>
    Edit,

    /// <summary>Giving a file.</summary>
    Upload,

    /// <summary>Recording that a finding does not keep a file from being published.</summary>
    Except,
    Submit,
    Approve,
    Return,
    Publish,
    Withdraw,
}

/// <summary>The answer to whether somebody may do something.</summary>
public enum Permit
{
    Allowed,

    /// <summary>They may do it, but not with a dataset in this state.</summary>
    NotNow,

    /// <summary>They see the dataset, and may not do this with it.</summary>
    Refused,

    /// <summary>It was published once: they learn that it was withdrawn, and nothing else.</summary>
    Withdrawn,

    /// <summary>To them there is no such dataset.</summary>
    Invisible,
}

/// <summary>Who may do what with a dataset, and when: the one table that every interface asks.</summary>
public static class Permissions
{
    /// <summary>
    /// A letter for each state, in the order draft, submitted, returned, approved, published, withdrawn:
    /// A allowed, n not now, r refused, w withdrawn, i invisible.
    /// </summary>
    private static readonly Dictionary<(Role, DatasetAction), string> Table = new()
    {
        //                                          dsraPW
        [(Role.Anonymous, DatasetAction.See)] =    "iiiiAw",
        [(Role.Anonymous, DatasetAction.Edit)] =   "iiiirw",
        [(Role.Anonymous, DatasetAction.Upload)] = "iiiirw",
        [(Role.Anonymous, DatasetAction.Except)] = "iiiirw",
        [(Role.Anonymous, DatasetAction.Submit)] = "iiiirw",
        [(Role.Anonymous, DatasetAction.Approve)] = "iiiirw",
        [(Role.Anonymous, DatasetAction.Return)] = "iiiirw",
        [(Role.Anonymous, DatasetAction.Publish)] = "iiiirw",
        [(Role.Anonymous, DatasetAction.Withdraw)] = "iiiirw",

        [(Role.Officer, DatasetAction.See)] =      "AAAAAA",
        [(Role.Officer, DatasetAction.Edit)] =     "AAAAAA",
        [(Role.Officer, DatasetAction.Upload)] =   "AAAAAA",
        [(Role.Officer, DatasetAction.Except)] =   "rrrrrr",
        [(Role.Officer, DatasetAction.Submit)] =   "AnAnnA",
        [(Role.Officer, DatasetAction.Approve)] =  "rrrrrr",
        [(Role.Officer, DatasetAction.Return)] =   "rrrrrr",
        [(Role.Officer, DatasetAction.Publish)] =  "rrrrrr",
        [(Role.Officer, DatasetAction.Withdraw)] = "rrrrrr",

        [(Role.Approver, DatasetAction.See)] =     "AAAAAA",
        [(Role.Approver, DatasetAction.Edit)] =    "rrrrrr",
        [(Role.Approver, DatasetAction.Upload)] =  "rrrrrr",
        [(Role.Approver, DatasetAction.Except)] =  "AAAAAA",
        [(Role.Approver, DatasetAction.Submit)] =  "rrrrrr",
        [(Role.Approver, DatasetAction.Approve)] = "nAnnnn",
        [(Role.Approver, DatasetAction.Return)] =  "nAnAnn",
        [(Role.Approver, DatasetAction.Publish)] = "nnnAnn",
        [(Role.Approver, DatasetAction.Withdraw)] = "nnnnAn",

        [(Role.Auditor, DatasetAction.See)] =      "AAAAAA",
        [(Role.Auditor, DatasetAction.Edit)] =     "rrrrrr",
        [(Role.Auditor, DatasetAction.Upload)] =   "rrrrrr",
        [(Role.Auditor, DatasetAction.Except)] =   "rrrrrr",
        [(Role.Auditor, DatasetAction.Submit)] =   "rrrrrr",
        [(Role.Auditor, DatasetAction.Approve)] =  "rrrrrr",
        [(Role.Auditor, DatasetAction.Return)] =   "rrrrrr",
        [(Role.Auditor, DatasetAction.Publish)] =  "rrrrrr",
        [(Role.Auditor, DatasetAction.Withdraw)] = "rrrrrr",

        [(Role.Admin, DatasetAction.See)] =        "AAAAAA",
        [(Role.Admin, DatasetAction.Edit)] =       "AAAAAA",
        [(Role.Admin, DatasetAction.Upload)] =     "AAAAAA",
        [(Role.Admin, DatasetAction.Except)] =     "AAAAAA",
        [(Role.Admin, DatasetAction.Submit)] =     "AnAnnA",
        [(Role.Admin, DatasetAction.Approve)] =    "nAnnnn",
        [(Role.Admin, DatasetAction.Return)] =     "nAnAnn",
        [(Role.Admin, DatasetAction.Publish)] =    "nnnAnn",
        [(Role.Admin, DatasetAction.Withdraw)] =   "nnnnAn",
    };

    /// <summary>The answer of the table.</summary>
    public static Permit Of(Role role, DatasetAction action, DatasetState state) => Table[(role, action)][(int)state] switch
    {
        'A' => Permit.Allowed,
        'n' => Permit.NotNow,
        'r' => Permit.Refused,
        'w' => Permit.Withdrawn,
        _ => Permit.Invisible,
    };

    /// <summary>The best answer of somebody's roles; nobody is less than anonymous.</summary>
    public static Permit Of(IEnumerable<Role> roles, DatasetAction action, DatasetState state) =>
        roles.Append(Role.Anonymous).Select(role => Of(role, action, state)).Min();

    /// <summary>
    /// The answer for a dataset, which may have a change under review beside what is published: outsiders meet the published state,
    /// those who see drafts the state of the change; only withdrawing and reading are about what is published.
    /// </summary>
    public static Permit Of(IReadOnlyList<Role> roles, DatasetAction action, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var isPublic = action is DatasetAction.See or DatasetAction.Withdraw || !roles.Any(r => r != Role.Anonymous);
        return Of(roles, action, isPublic ? dataset.State : dataset.WorkState);
    }
}
