namespace OpenData.Registry.Usage;

/// <summary>How often something was asked for.</summary>
/// <param name="Period">A day of Thailand, <c>2026-05-06</c>, or a month, <c>2026-05</c>.</param>
/// <param name="Face">The interface it was asked by; see <see cref="UsageFaces"/>.</param>
/// <param name="Organization">The slug of the owner, or empty.</param>
/// <param name="Dataset">The dataset's name, or empty for what is about none.</param>
/// <param name="Resource">The resource's key, or empty for the dataset as a whole.</param>
/// <param name="Requests">How often.</param>
public sealed record UsageCount(string Period, string Face, string Organization, string Dataset, string Resource, long Requests);

/// <summary>The interfaces that are counted apart.</summary>
public static class UsageFaces
{
    public const string Page = "page";
    public const string Rest = "rest";
    public const string Download = "download";
    public const string GraphQl = "graphql";
    public const string Ckan = "ckan";
    public const string Dcat = "dcat";
    public const string Sdmx = "sdmx";

    /// <summary>All of them, in the order of a report.</summary>
    public static readonly IReadOnlyList<string> All = [Page, Rest, Download, GraphQl, Ckan, Dcat, Sdmx];
}
