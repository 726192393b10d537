using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.GraphQl.Catalog;

namespace OpenData.Server.Web.Forms;

/// <summary>Form 1 as a page: its fields in groups, and the way between the document and the inputs.</summary>
internal static class FormSheet
{
    /// <summary>The name of the inputs that say which resources there are, by number.</summary>
    public const string Resources = "resources";

    /// <summary>What of a resource everybody fills in; the rest is for statistics and maps.</summary>
    private static readonly string[] Main = ["key", "name", "description", "format", "url"];

    /// <summary>The fields of the dataset, in the order of the form.</summary>
    public static IReadOnlyList<FormField> OfDataset { get; } =
        [Own("name", FormItemKind.String), Own("owner_org", FormItemKind.String), .. FormItem.OfDataset.Select(i => Of(i, FormLabels.Property(i.Key), isOfResource: false))];

    /// <summary>The fields of a resource, in the order of the form.</summary>
    public static IReadOnlyList<FormField> OfResource { get; } =
    [
        .. new[] { ("key", FormItemKind.String), ("name", FormItemKind.Text), ("file", FormItemKind.String), ("dictionary", FormItemKind.String) }
            .Select(f => new FormField(f.Item1, f.Item2, FormLabels.Label(FormLabels.ResourceProperty(f.Item1)), FormHints.OfResource(f.Item1)) { AppliesTo = [] }),
        .. FormItem.OfResource.Select(i => Of(i, FormLabels.ResourceProperty(i.Key), isOfResource: true)),
    ];

    /// <summary>The groups of the dataset's fields: the 14 mandatory items with the name, then the rest by what it is for.</summary>
    public static IReadOnlyList<FormGroup> Groups { get; } =
    [
        new("mandatory", FormTexts.Mandatory, [Field("name"), .. Together(f => f.IsMandatory)]) { IsOpen = true },
        new("general", FormTexts.General, [.. Together(f => !f.IsMandatory && f.Key != "name" && IsForAll(f))]) { IsOpen = true },
        new("record", FormTexts.OfRecords, [.. Together(f => !f.IsMandatory && !IsForAll(f) && f.AppliesTo.Contains("record"))]),
        new("stat", FormTexts.OfStatistics, [.. Together(f => !IsForAll(f) && f.AppliesTo.Contains("stat"))]),
        new("gis", FormTexts.OfMaps, [.. Together(f => !IsForAll(f) && !f.AppliesTo.Contains("stat") && f.AppliesTo.Contains("gis"))]),
    ];

    /// <summary>The fields of a resource that everybody fills in.</summary>
    public static IReadOnlyList<FormField> MainOfResource { get; } = [.. Main.Select(k => OfResource.First(f => f.Key == k))];

    /// <summary>The others.</summary>
    public static IReadOnlyList<FormField> MoreOfResource { get; } = [.. OfResource.Where(f => !Main.Contains(f.Key))];

    /// <summary>What comes before the names of a resource's inputs.</summary>
    public static string Prefix(int resource) => string.Create(CultureInfo.InvariantCulture, $"resources.{resource}.");

    /// <summary>The numbers of the resources that inputs hold.</summary>
    public static IReadOnlyList<int> ResourcesOf(FormInputs inputs) =>
        [.. inputs.All(Resources).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(n => n is >= 0 and < ServerLimits.FormResources).Distinct()];

    /// <summary>A document in inputs.</summary>
    public static FormInputs Show(JObject form)
    {
        var inputs = new FormInputs();
        foreach (var field in OfDataset)
        {
            field.Show(form[field.Key], "", inputs);
        }

        var resources = (form["resources"] as JArray ?? []).OfType<JObject>().ToList();
        inputs.Set(Resources, [.. resources.Select((_, i) => i.ToString(CultureInfo.InvariantCulture))]);
        for (var i = 0; i < resources.Count; i++)
        {
            foreach (var field in OfResource)
            {
                field.Show(resources[i][field.Key], Prefix(i), inputs);
            }
        }

        return inputs;
    }

    /// <summary>The document that inputs hold; what they do not ask for stays as it was.</summary>
    public static JObject Read(FormInputs inputs, JObject? before)
    {
        var form = (JObject?)before?.DeepClone() ?? [];
        Put(form, OfDataset, inputs, "");
        var known = (before?["resources"] as JArray ?? []).OfType<JObject>().ToList();
        var resources = new JArray();
        foreach (var number in ResourcesOf(inputs))
        {
            var key = inputs[Prefix(number) + "key"];
            var resource = (JObject?)known.FirstOrDefault(r => (string?)r["key"] == key)?.DeepClone() ?? [];
            Put(resource, OfResource, inputs, Prefix(number));
            if (resource["name"] is null && form["title"] is { } title)
            {
                // The hint says so: a dataset of one table is called what its table is.
                resource["name"] = title.DeepClone();
            }

            resources.Add(resource);
        }

        if (resources.Count > 0 || form["resources"] is not null)
        {
            form["resources"] = resources;
        }

        return form;
    }

    private static void Put(JObject json, IReadOnlyList<FormField> fields, FormInputs inputs, string prefix)
    {
        foreach (var field in fields)
        {
            if (field.Read(inputs, prefix, json[field.Key]) is { } value)
            {
                json[field.Key] = value;
            }
            else
            {
                json.Remove(field.Key);
            }
        }
    }

    /// <summary>Fields, each with the one behind it that says what "other" is.</summary>
    private static IEnumerable<FormField> Together(Func<FormField, bool> isWanted) => OfDataset
        .Where(f => !f.Key.EndsWith("_other", StringComparison.Ordinal) && isWanted(f))
        .SelectMany(f => (FormField[])[f, .. OfDataset.Where(o => o.Key == f.Key + "_other")]);

    private static bool IsForAll(FormField field) => field.AppliesTo.Count is 0 or 5;

    private static FormField Field(string key) => OfDataset.First(f => f.Key == key);

    private static FormField Own(string key, FormItemKind kind) => new(key, kind, FormLabels.Label(FormLabels.Property(key)), FormHints.OfDataset(key)) { AppliesTo = [], IsMandatory = IsMandatory(key) };

    private static FormField Of(FormItem item, JToken property, bool isOfResource) => new(item.Key, item.Kind, FormLabels.Label(property), FormHints.Of(item.Key, item.Kind, isOfResource))
    {
        CodeList = item.CodeList,
        AppliesTo = [.. (property["x-applies-to"] ?? new JArray()).Select(a => (string)a!)],
        IsMandatory = !isOfResource && IsMandatory(item.Key),
    };

    private static bool IsMandatory(string key) => MissingItems.All.Any(i => i.Field == key);
}

/// <summary>Fields that stand together under a heading.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record FormGroup(string Id, LocalText Title, IReadOnlyList<FormField> Fields)
{
    /// <summary>True where it is shown to everybody; the others open where they hold something or the dataset is of their kind.</summary>
    public bool IsOpen { get; init; }
}
