using OpenData.Registry;
using OpenData.Reports;

namespace OpenData.Publishing;

/// <summary>What became of a file that was given for publication: a closed list.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>The file complies; its rows answer queries now.</summary>
    public sealed record Published(Release Release, Report Report) : PublishOutcome;

    /// <summary>The file is accepted, and waits with its dataset for the review.</summary>
    public sealed record Staged(Release Release, Report Report) : PublishOutcome;

    /// <summary>The same bytes, checked against the same dictionary, are published already.</summary>
    public sealed record Unchanged(Release Release, Report Report) : PublishOutcome;

    /// <summary>The file does not comply; the report says why. What was published before still answers.</summary>
    public sealed record Rejected(Report Report) : PublishOutcome;

    /// <summary>No such dataset, or no such resource in it.</summary>
    public sealed record NotRegistered(string Dataset, string Resource) : PublishOutcome;

    /// <summary>The resource has no data dictionary yet.</summary>
    public sealed record NoDictionary(string Dataset, string Resource) : PublishOutcome;
}
