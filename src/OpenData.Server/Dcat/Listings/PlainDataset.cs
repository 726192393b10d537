using System.Globalization;
using System.Text.Json;
using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Files;

namespace OpenData.Server.Dcat.Listings;

/// <summary>A dataset as the plain JSON of DCAT-US (Project Open Data 1.1), which CKAN's harvester of DCAT JSON reads too.</summary>
internal sealed class PlainDataset(CatalogAddresses addresses, IReadOnlyDictionary<string, Organization> organizations)
{
    public void Write(Utf8JsonWriter json, Dataset dataset)
    {
        var form = dataset.Form;
        json.WriteStartObject();
        json.WriteString("@type", "dcat:Dataset");
        json.WriteString("identifier", addresses.Dataset(dataset));
        json.WriteString("title", Thai(form.Title) ?? dataset.Name);
        json.WriteString("description", Thai(form.Notes) ?? Thai(form.Title) ?? dataset.Name);
        json.WriteList("keyword", form.Tags);
        json.WriteString("issued", DatasetJson.Time(dataset.Created));
        json.WriteString("modified", DatasetJson.Time(DatasetDescription.LastChange(dataset)));
        json.WriteString("accessLevel", Level(form));
        Publisher(json, dataset);
        Contact(json, form);
        json.WriteOptional("rights", Thai(form.AccessibleCondition));
        json.WriteOptional("license", EuAuthority.Licence(form)?.Address);
        json.WriteOptional("accrualPeriodicity", Periodicity(form));
        json.WriteOptional("spatial", Places.Of(form));
        json.WriteOptional("temporal", Years(form));
        json.WriteList("language", [.. form.Languages.Where(l => EuAuthority.Language(l) is not null)]);
        json.WriteList("theme", [.. form.Codes("theme").Select(t => CodeLists.Label("theme", t)?.En).OfType<string>()]);
        json.WriteString("landingPage", addresses.Page(dataset));
        json.WriteList("references", Rdf.RdfAddress.OfText(form.Url) is { } more ? [more.Address] : []);
        Distributions(json, dataset);
        json.WriteEndObject();
    }

    private void Publisher(Utf8JsonWriter json, Dataset dataset)
    {
        if (dataset.Organization.Length == 0)
        {
            return;
        }

        var known = organizations.GetValueOrDefault(dataset.Organization);
        json.WriteStartObject("publisher");
        json.WriteString("@type", "org:Organization");
        json.WriteString("name", Thai(known?.Title ?? LocalText.Empty) ?? Thai(dataset.Form.Organization?.Title ?? LocalText.Empty) ?? dataset.Organization);
        json.WriteString("identifier", addresses.Agent(dataset.Organization));
        json.WriteEndObject();
    }

    private static void Contact(Utf8JsonWriter json, DatasetForm form)
    {
        var mail = form.MaintainerEmail is { } given && given.Contains('@', StringComparison.Ordinal) ? given : null;
        if (form.Maintainer.IsEmpty && mail is null)
        {
            return;
        }

        json.WriteStartObject("contactPoint");
        json.WriteString("@type", "vcard:Contact");
        json.WriteString("fn", Thai(form.Maintainer) ?? mail);
        json.WriteOptional("hasEmail", mail is null ? null : Rdf.RdfAddress.OfMail(mail).Address);
        json.WriteEndObject();
    }

    private void Distributions(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartArray("distribution");
        foreach (var resource in dataset.Resources.Where(r => r.Current is not null))
        {
            var release = resource.Current!;
            json.WriteStartObject();
            json.WriteString("@type", "dcat:Distribution");
            json.WriteString("identifier", addresses.Distribution(dataset, resource));
            json.WriteString("title", Thai(resource.Name) ?? resource.Key);
            json.WriteOptional("description", Thai(dataset.Form.ResourceForm(resource.Key)?.Description ?? LocalText.Empty));
            json.WriteString("accessURL", $"{addresses.Page(dataset)}#resource-{resource.Key}");
            json.WriteString("downloadURL", addresses.Part(dataset, resource, "file"));
            json.WriteString("mediaType", FileRoutes.MediaType(release.FileName));
            json.WriteString("format", MediaTypes.Format(release.FileName).ToUpperInvariant());
            json.WriteNumber("byteSize", release.Bytes);
            json.WriteString("describedBy", addresses.Part(dataset, resource, "dictionary"));
            json.WriteString("describedByType", "application/json");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Level(DatasetForm form) => EuAuthority.AccessRight(form)?.Code switch
    {
        "RESTRICTED" => "restricted public",
        "NON_PUBLIC" => "non-public",
        _ => "public",
    };

    /// <summary>The cycle of updates as a repeating interval of ISO 8601, as DCAT-US has it.</summary>
    private static string? Periodicity(DatasetForm form)
    {
        var times = (form.UpdateFrequencyInterval ?? 1).ToString(CultureInfo.InvariantCulture);
        return form.UpdateFrequencyUnit switch
        {
            "year" => $"R/P{times}Y",
            "half-year" => times == "1" ? "R/P6M" : "irregular",
            "quarter" => times == "1" ? "R/P3M" : "irregular",
            "month" => $"R/P{times}M",
            "week" => $"R/P{times}W",
            "day" => $"R/P{times}D",
            "hour" => $"R/PT{times}H",
            "minute" => $"R/PT{times}M",
            "real-time" => "R/PT1S",
            "working-day" or "other" => "irregular",
            _ => null,
        };
    }

    private static string? Years(DatasetForm form)
    {
        var (from, to) = DatasetDescription.Years(form);
        return (from ?? to) is null ? null : FormattableString.Invariant($"{from ?? to:D4}/{to ?? from:D4}");
    }

    private static string? Thai(LocalText text) => text.IsEmpty ? null : Rdf.RdfText.Clean(text.In(Language.Thai));
}
