namespace OpenData.Schemas;

/// <summary>The limits of the documents that people give us (Form 1 and Form 2), each with its reason.</summary>
internal static class DocumentLimits
{
    /// <summary>
    /// Most bytes (UTF-8) of a document: 8 MiB. The longest honest dictionary lists every village of Thailand
    /// (75,000 codes of about 80 bytes); beyond that a data file was given by mistake.
    /// </summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Deepest nesting of a document: the schemas need 7; more is an attack on the reader's stack.</summary>
    public const int MaxDepth = 16;

    /// <summary>Most faults told of one document: nobody mends more at a time, and a hostile one could hold a million.</summary>
    public const int MaxFaults = 1000;

    /// <summary>Longest value quoted in a sentence, in UTF-16 units: a sentence is read by people.</summary>
    public const int MaxQuotedValue = 80;

    /// <summary>Most allowed values listed in a remedy; every code list of Form 1 fits.</summary>
    public const int MaxListedValues = 25;

    /// <summary>Longest regular expression of a column, in UTF-16 units: compiling costs grow with it.</summary>
    public const int MaxPattern = 1000;

    /// <summary>Most columns of a dictionary: SQLite answers with at most 2,000 columns, and one of them is the row's number.</summary>
    public const int MaxColumns = 1999;

    /// <summary>Most columns of a dictionary given as a CSV: the widest spreadsheet has 16,384.</summary>
    public const int MaxTableRows = 16_384;
}
