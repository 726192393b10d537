using System.Text.RegularExpressions;
using OpenData.Schemas;

namespace OpenData.Registry.Vocabularies;

/// <summary>A concept of an authority table of the EU's Publications Office, which DCAT-AP asks for.</summary>
/// <param name="Table">The table, such as <c>frequency</c>.</param>
/// <param name="Code">The concept's code in it.</param>
public sealed record EuConcept(string Table, string Code)
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>Its address.</summary>
    public string Address => $"{Authority}{Table}/{Code}";

    /// <summary>The address of its table.</summary>
    public string Scheme => Authority + Table;
}

/// <summary>What Form 1 says, in the EU's authority tables; null where a table has nothing that says the same.</summary>
public static partial class EuAuthority
{
    /// <summary>The address of the table of themes.</summary>
    public const string Themes = "http://publications.europa.eu/resource/authority/data-theme";

    private static readonly Dictionary<(string Unit, int Interval), string> Frequencies = new()
    {
        [("minute", 1)] = "1MIN", [("minute", 5)] = "5MIN", [("minute", 10)] = "10MIN", [("minute", 15)] = "15MIN", [("minute", 30)] = "30MIN",
        [("hour", 1)] = "HOURLY", [("hour", 2)] = "BIHOURLY", [("hour", 3)] = "TRIHOURLY", [("hour", 12)] = "12HRS",
        [("day", 1)] = "DAILY", [("day", 7)] = "WEEKLY", [("week", 1)] = "WEEKLY", [("week", 2)] = "BIWEEKLY",
        [("month", 1)] = "MONTHLY", [("month", 2)] = "BIMONTHLY", [("month", 3)] = "QUARTERLY", [("month", 6)] = "ANNUAL_2", [("month", 12)] = "ANNUAL",
        [("quarter", 1)] = "QUARTERLY", [("half-year", 1)] = "ANNUAL_2", [("half-year", 2)] = "ANNUAL",
        [("year", 1)] = "ANNUAL", [("year", 2)] = "BIENNIAL", [("year", 3)] = "TRIENNIAL", [("year", 4)] = "QUADRENNIAL", [("year", 5)] = "QUINQUENNIAL",
        [("year", 10)] = "DECENNIAL", [("year", 20)] = "BIDECENNIAL", [("year", 30)] = "TRIDECENNIAL",
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["th"] = "THA", ["en"] = "ENG", ["zh"] = "ZHO", ["ms"] = "MSA", ["my"] = "MYA", ["lo"] = "LAO", ["km"] = "KHM", ["ja"] = "JPN", ["ko"] = "KOR", ["fr"] = "FRA", ["de"] = "DEU", ["ar"] = "ARA",
    };

    /// <summary>The form names licences without a version, which stands for the current one, as CKAN's register of licences reads it too.</summary>
    private static readonly Dictionary<string, string> Licences = new(StringComparer.Ordinal)
    {
        ["cc-by"] = "CC_BY_4_0", ["cc-by-sa"] = "CC_BYSA_4_0", ["cc-by-nc"] = "CC_BYNC_4_0", ["cc-by-nc-sa"] = "CC_BYNCSA_4_0", ["cc-by-nd"] = "CC_BYND_4_0", ["cc-by-nc-nd"] = "CC_BYNCND_4_0", ["gfdl"] = "GNU_FDL_1_3",
    };

    private static readonly Dictionary<string, string> FileTypes = new(StringComparer.Ordinal)
    {
        ["csv"] = "CSV", ["tsv"] = "TSV", ["json"] = "JSON", ["xml"] = "XML", ["xlsx"] = "XLSX", ["xls"] = "XLS", ["ods"] = "ODS", ["geojson"] = "GEOJSON", ["txt"] = "TXT", ["html"] = "HTML", ["pdf"] = "PDF", ["zip"] = "ZIP",
    };

    /// <summary>How often the data are updated.</summary>
    public static EuConcept? Frequency(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.UpdateFrequencyUnit switch
        {
            null => null,
            "unknown" => new("frequency", "UNKNOWN"),
            "never" => new("frequency", "NEVER"),
            "real-time" => new("frequency", "UPDATE_CONT"),
            var unit => new("frequency", Frequencies.GetValueOrDefault((unit, form.UpdateFrequencyInterval ?? 1), "OTHER")),
        };
    }

    /// <summary>A language of <c>data_language</c>.</summary>
    public static EuConcept? Language(string code) => Languages.TryGetValue(code, out var language) ? new("language", language) : null;

    /// <summary>Who may have the data: the level of disclosure decides, else the category of data governance.</summary>
    public static EuConcept? AccessRight(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var right = (form.Classification, form.Category) switch
        {
            ("open", _) or (null, "public") => "PUBLIC",
            ("internal", _) or (null, "internal") => "RESTRICTED",
            (null, null) => null,
            _ => "NON_PUBLIC",
        };
        return right is null ? null : new("access-right", right);
    }

    /// <summary>The licence; one that the form calls "other" is known where its text names it beyond doubt.</summary>
    public static EuConcept? Licence(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var code = form.License switch
        {
            null => null,
            "other" => Named(form.Text("license_id_other").En ?? form.Text("license_id_other").Th ?? ""),
            var known => Licences.GetValueOrDefault(known),
        };
        return code is null ? null : new("licence", code);
    }

    /// <summary>A file format, by its suffix or its name in lower case.</summary>
    public static EuConcept? FileType(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return FileTypes.TryGetValue(format.ToLowerInvariant(), out var type) ? new("file-type", type) : null;
    }

    /// <summary>A theme of the form.</summary>
    public static EuConcept? Theme(string code) => CodeLists.Find("theme", code)?.Official is { } official ? new("data-theme", official) : null;

    /// <summary>What the dataset is about by its type: statistics or map data.</summary>
    public static EuConcept? DatasetType(DatasetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.DataType switch
        {
            "stat" => new("dataset-type", "STATISTICAL"),
            "gis" => new("dataset-type", "GEOSPATIAL"),
            _ => null,
        };
    }

    private static string? Named(string text)
    {
        if (Zero().IsMatch(text))
        {
            return "CC0";
        }

        if (CreativeCommons().Match(text) is { Success: true } found)
        {
            return Licences.GetValueOrDefault("cc-" + found.Groups[1].Value.ToLowerInvariant());
        }

        return text.Trim().ToUpperInvariant() switch
        {
            "ODBL" or "ODBL 1.0" or "ODBL-1.0" => "ODC_BL",
            "ODC-BY" or "ODC-BY 1.0" or "ODC-BY-1.0" => "ODC_BY",
            "PDDL" or "PDDL 1.0" or "PDDL-1.0" => "ODC_PDDL",
            _ => null,
        };
    }

    [GeneratedRegex(@"^\s*CC0\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Zero();

    [GeneratedRegex(@"^\s*CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -]4\.0\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CreativeCommons();
}
