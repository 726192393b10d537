using OpenData.Registry;
using OpenData.Registry.Feedback;
using OpenData.Reports;

namespace OpenData.Scores;

/// <summary>A resource with the report of the release that answers queries.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Report">The report of its current release, or null where there is none.</param>
public sealed record ResourceFacts(Resource Resource, Report? Report)
{
    /// <summary>How often the report counts a fault.</summary>
    public long CountOf(string code) => Report?.Summary.Where(s => s.Code == code).Sum(s => s.Count) ?? 0;

    /// <summary>True where the report counts the fault as an error.</summary>
    public bool HasError(string code) => Report?.Summary.Any(s => s.Code == code && s.Severity == Rules.Severity.Error && s.Count > 0) ?? false;
}

/// <summary>What the registry and the checks know of a dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Resources">Its resources.</param>
public sealed record DatasetFacts(Dataset Dataset, IReadOnlyList<ResourceFacts> Resources)
{
    /// <summary>The resources with a release.</summary>
    public IReadOnlyList<ResourceFacts> Released => [.. Resources.Where(r => r.Resource.Current is not null)];

    public bool IsPublished => Dataset.State == DatasetState.Published && Released.Count > 0;

    /// <summary>True where category and classification are open and no check found anything that forbids release.</summary>
    public bool IsOpen => Dataset.Form.Category == "public" && Dataset.Form.Classification is null or "open" && !Resources.Any(r => r.HasError("not-open"));

    /// <summary>True where every release has a report in which the six clauses are met.</summary>
    public bool IsMachineReadable => Released.Count > 0 && Released.All(r => r.Report is { Clauses.Count: > 0 } report && report.Clauses.All(c => c.Met));
}

/// <summary>What is scored: an organization with its units, what they have registered, and the evidence given.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Units">The slugs of the organization and of all units under it.</param>
/// <param name="Datasets">Their datasets, by name.</param>
/// <param name="Evidence">What people gave for the year, the oldest first.</param>
public sealed record OrganizationFacts(Organization Organization, IReadOnlyList<string> Units, IReadOnlyList<DatasetFacts> Datasets, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>What people have rated their published datasets.</summary>
    public RatingCounts Ratings { get; init; }

    /// <summary>The evidence that counts for a part: the newest, unless it takes back what was given. The organization's own counts before a unit's.</summary>
    public Evidence? EvidenceFor(string indicator, string part, string? dataset) =>
        Evidence.Where(e => e.Indicator == indicator && e.Part == part && e.Dataset == dataset && (dataset is not null || e.Organization == Organization.Name)).LastOrDefault() is { Withdrawn: false } newest ? newest : null;
}
