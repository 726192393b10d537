using OpenData.Registry;
using OpenData.Reports;
using OpenData.Rules;

namespace OpenData.Server.GraphQl.Catalog;

/// <summary>A resource with the dataset it is of.</summary>
internal sealed record ResourceNode(Dataset Dataset, Resource Resource);

/// <summary>A release with the resource it is of.</summary>
internal sealed record ReleaseNode(ResourceNode Resource, Release Release);

/// <summary>A report with the resource whose file was checked.</summary>
internal sealed record ReportNode(ResourceNode Resource, Report Report);

/// <summary>An organization with how many datasets of it the caller sees.</summary>
internal sealed record OrganizationNode(Organization Organization, long Datasets);

/// <summary>A finding at its place in its report, from 0.</summary>
internal sealed record FindingNode(Finding Finding, int Place);
