namespace OpenData.Server.GraphQl.Resources;

/// <summary>The numbers of the data interface, each with its reason.</summary>
internal static class ResourceLimits
{
    /// <summary>Rows of a page where neither first nor last says more: a screenful.</summary>
    public const int DefaultRows = 20;

    /// <summary>Groups where first does not say more: all provinces, and a bit.</summary>
    public const int DefaultGroups = 100;

    /// <summary>Levels of conditions inside conditions; the stores take a few more.</summary>
    public const int FilterDepth = 20;

    /// <summary>Values that all conditions of one field compare with; the stores bind a few more.</summary>
    public const int FilterValues = 20_000;

    /// <summary>Steps of an order, the columns grouped by among them: the condition "after this row" grows with their square.</summary>
    public const int OrderSteps = 32;

    /// <summary>The cost of a group-by, which reads every row: a client may ask for a few hundred at once.</summary>
    public const int GroupingCost = 250;

    /// <summary>Bytes of counts and groups kept ready: of a release they never change, and a group-by of a million rows takes a second.</summary>
    public const long KeptBytes = 32 << 20;

    /// <summary>Bytes of one answer that is kept: larger ones are asked for once.</summary>
    public const long KeptAnswerBytes = 1 << 20;

    /// <summary>Schemas of single datasets kept with their plans; each is a few kB until it is used.</summary>
    public const int KeptSchemas = 500;

    /// <summary>Codes of a column that its description lists; longer code lists are in the dictionary.</summary>
    public const int DescribedCodes = 30;
}
