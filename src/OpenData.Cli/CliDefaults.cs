namespace OpenData.Cli;

/// <summary>The defaults and limits of the command line, each with its reason.</summary>
internal static class CliDefaults
{
    /// <summary>The data folder: beside whoever starts the program, so that a first try leaves nothing elsewhere.</summary>
    public const string DataFolder = "data";

    /// <summary>This machine only: a catalog is opened to the network by saying so.</summary>
    public const string Urls = "http://127.0.0.1:8080";

    /// <summary>The folder of the sample datasets.</summary>
    public const string DatasetsFolder = "datasets";

    /// <summary>Findings of one rule that the text shows: three make the pattern plain, and the first screen keeps room for the other rules.</summary>
    public const int ShownPerRule = 3;

    /// <summary>Findings that the text shows at all: about two screens.</summary>
    public const int Shown = 30;

    /// <summary>Characters of a value that the text shows: enough to find the cell by.</summary>
    public const int ShownValue = 40;

    /// <summary>Columns of text where the width cannot be known, in a file or a pipe.</summary>
    public const int PipeWidth = 160;

    /// <summary>Columns of text from which an address has a table column of its own; below it, it stands under the name.</summary>
    public const int WideTable = 140;

    /// <summary>Progress is shown for files from this size on (bytes); smaller ones are done before it could be read.</summary>
    public const long ProgressFrom = 4 * 1024 * 1024;

    /// <summary>Bytes gathered before an export is written on: a system call for each line would set the pace.</summary>
    public const int ExportBuffer = 64 * 1024;

    /// <summary>Days that a token lasts where nothing is said: a quarter, after which somebody looks whether it is still needed.</summary>
    public const int TokenDays = 90;

    /// <summary>How long a stopped command may take to leave things clean.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    /// <summary>How long a health check waits: less than the pause between two of them.</summary>
    public static readonly TimeSpan HealthWithin = TimeSpan.FromSeconds(5);

    /// <summary>What files of a folder are checked: the extensions that tables come under.</summary>
    public static readonly IReadOnlyList<string> TableExtensions = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"];
}
