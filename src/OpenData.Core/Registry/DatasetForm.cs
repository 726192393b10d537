using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>Form 1 of a dataset: the JSON document of <c>dataset.schema.json</c>, with the items the program itself reads.</summary>
public sealed class DatasetForm(JObject json)
{
    /// <summary>The document, normalised; it is not to be changed.</summary>
    public JObject Json { get; } = json;

    public string Name => (string?)Json["name"] ?? "";
    public LocalText Title => Text("title");
    public LocalText Notes => Text("notes");

    /// <summary>The slug of the owner organization, or empty.</summary>
    public string OwnerOrg => Json["owner_org"] switch
    {
        JObject organization => (string?)organization["name"] ?? "",
        { } slug => (string?)slug ?? "",
        null => "",
    };

    /// <summary>The owner organization where the form describes it, or null where it gives only a slug or nothing.</summary>
    public Organization? Organization => Json["owner_org"] is JObject organization
        ? new Organization(OwnerOrg, ToText(organization["title"]), (string?)organization["parent"])
        : null;

    /// <summary>The kind of dataset, a code of <c>data_type</c>, or null.</summary>
    public string? DataType => Code("data_type");

    public LocalText Maintainer => Text("maintainer");

    /// <summary>The contact's e-mail address, the word <c>unknown</c>, or null.</summary>
    public string? MaintainerEmail => Code("maintainer_email");

    /// <summary>The keywords.</summary>
    public IReadOnlyList<string> Tags => Codes("tag_string");

    /// <summary>Why the data are kept, codes of <c>objective</c>.</summary>
    public IReadOnlyList<string> Objective => Codes("objective");

    /// <summary>The unit of the update cycle, a code of <c>update_frequency_unit</c>, or null.</summary>
    public string? UpdateFrequencyUnit => Code("update_frequency_unit");

    /// <summary>How many units one update cycle lasts, or null.</summary>
    public int? UpdateFrequencyInterval => (int?)Json["update_frequency_interval"];

    /// <summary>The finest geographic level, a code of <c>geo_coverage</c>, or null.</summary>
    public string? GeoCoverage => Code("geo_coverage");

    /// <summary>Where the data come from.</summary>
    public LocalText DataSource => Text("data_source");

    /// <summary>The formats in which the data are kept, codes of <c>data_format</c>.</summary>
    public IReadOnlyList<string> DataFormat => Codes("data_format");

    /// <summary>The category of data governance, a code of <c>data_category</c>, or null.</summary>
    public string? Category => Code("data_category");

    /// <summary>The level of disclosure, a code of <c>data_classification</c>, or null.</summary>
    public string? Classification => Code("data_classification");

    /// <summary>The licence, a code of <c>license_id</c>, or null.</summary>
    public string? License => Code("license_id");

    public LocalText AccessibleCondition => Text("accessible_condition");

    /// <summary>The languages of the data, codes of <c>data_language</c>.</summary>
    public IReadOnlyList<string> Languages => Codes("data_language");

    /// <summary>An address of more information, or null.</summary>
    public string? Url => Code("url");

    /// <summary>The day the data were first made (C.E.), or null.</summary>
    public DateOnly? CreatedDate => Date("created_date");

    /// <summary>The day the data were last updated (C.E.), or null.</summary>
    public DateOnly? LastUpdatedDate => Date("last_updated_date");

    public bool? HighValueDataset => (bool?)Json["high_value_dataset"];
    public bool? ReferenceData => (bool?)Json["reference_data"];
    public bool? OfficialStatistics => (bool?)Json["official_statistics"];
    public bool? AllowHarvest => (bool?)Json["allow_harvest"];

    /// <summary>Where our copy of the data comes from.</summary>
    public LocalText SourceNote => Text("source_note");

    /// <summary>What the form says of each resource, in its order.</summary>
    public IReadOnlyList<ResourceForm> ResourceForms => [.. (Json["resources"] as JArray ?? []).OfType<JObject>().Select(r => new ResourceForm(r))];

    /// <summary>What the form says of the resource called <paramref name="key"/>, or null.</summary>
    public ResourceForm? ResourceForm(string key) => ResourceForms.FirstOrDefault(r => r.Key == key);

    /// <summary>Which of the 14 mandatory items are missing, or are said to be unknown: a dataset is not submitted before they are there.</summary>
    public MissingItems MissingItems() => Registry.MissingItems.Of(this);

    /// <summary>The text of a field that is a string or <c>{ "th", "en" }</c>.</summary>
    public LocalText Text(string key) => ToText(Json[key]);

    /// <summary>The value of a field that is one code, address or word; null where it is not given.</summary>
    public string? Code(string key) => Json[key] is JValue { Value: string code } ? code : null;

    /// <summary>The values of a field that is a list.</summary>
    public IReadOnlyList<string> Codes(string key) => Json[key] is JArray several ? [.. several.Select(c => (string?)c).OfType<string>()] : [];

    /// <summary>The day of a field that is a date, or null.</summary>
    public DateOnly? Date(string key) =>
        DateOnly.TryParseExact(Code(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The text of a string or of <c>{ "th", "en" }</c>; empty where it is neither.</summary>
    public static LocalText ToText(JToken? token) => token switch
    {
        JObject both => new LocalText((string?)both["th"], (string?)both["en"]),
        JValue { Type: JTokenType.String } one => new LocalText((string?)one, (string?)one),
        _ => LocalText.Empty,
    };
}
