using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Files;
using OpenData.Server.Web;

namespace OpenData.Server.Dcat.Listings;

/// <summary>A published dataset in the words of schema.org, for the dataset search of search engines; it stands in the dataset's page as data, which no browser runs.</summary>
internal sealed class SchemaOrgDataset(CatalogAddresses addresses, Language language)
{
    // Signs that HTML could mistake, < > & ' and ", are escaped by this encoder, so that no text can end the element it stands in.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The edges of a box in the order of schema.org: its south-western corner, then its north-eastern one.</summary>
    private static readonly string[] BoxSides = ["south", "west", "north", "east"];

    public string Write(Dataset dataset)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org/");
            json.WriteString("@type", "Dataset");
            json.WriteString("@id", addresses.Dataset(dataset));
            Describe(json, dataset);
            Owner(json, dataset);
            Coverage(json, dataset.Form);
            Columns(json, dataset);
            Downloads(json, dataset);
            json.WriteStartObject("includedInDataCatalog");
            json.WriteString("@type", "DataCatalog");
            json.WriteString("name", Say(WebTexts.Site));
            json.WriteString("url", addresses.Root + "/");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(body.WrittenSpan);
    }

    private void Describe(Utf8JsonWriter json, Dataset dataset)
    {
        var form = dataset.Form;
        var title = form.Title.IsEmpty ? new LocalText(dataset.Name, dataset.Name) : form.Title;
        json.WriteString("name", Say(title));
        if (title.In(Language.Thai) != title.In(Language.English))
        {
            json.WriteString("alternateName", Clean(title.In(language == Language.Thai ? Language.English : Language.Thai)));
        }

        json.WriteString("description", Say(form.Notes.IsEmpty ? title : form.Notes));
        json.WriteString("url", addresses.Page(dataset));
        json.WriteString("identifier", addresses.Dataset(dataset));
        json.WriteString("version", dataset.Version.ToString(CultureInfo.InvariantCulture));
        json.WriteString("datePublished", DatasetJson.Time(dataset.Created));
        json.WriteString("dateModified", DatasetJson.Time(DatasetDescription.LastChange(dataset)));
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteList("keywords", form.Tags);
        json.WriteList("inLanguage", [.. form.Languages.Where(l => EuAuthority.Language(l) is not null)]);
        json.WriteOptional("license", EuAuthority.Licence(form)?.Address);
        json.WriteOptional("conditionsOfAccess", SayIfAny(form.AccessibleCondition));
        json.WriteOptional("measurementTechnique", SayIfAny(form.Text("calculation_method")));
        json.WriteOptional("sameAs", Rdf.RdfAddress.OfText(form.Code("reference_url_catalog"))?.Address);
    }

    private void Owner(Utf8JsonWriter json, Dataset dataset)
    {
        if (dataset.Organization.Length == 0)
        {
            return;
        }

        foreach (var role in (string[])["creator", "publisher"])
        {
            json.WriteStartObject(role);
            json.WriteString("@type", "GovernmentOrganization");
            json.WriteString("name", dataset.Form.Organization is { Title.IsEmpty: false } owner ? Say(owner.Title) : dataset.Organization);
            json.WriteString("url", $"{addresses.Root}/organizations/{dataset.Organization}");
            json.WriteEndObject();
        }
    }

    private static void Coverage(Utf8JsonWriter json, DatasetForm form)
    {
        if (DatasetDescription.Years(form) is var (from, to) && (from ?? to) is not null)
        {
            json.WriteString("temporalCoverage", FormattableString.Invariant($"{from ?? to:D4}/{to ?? from:D4}"));
        }

        if (Places.BoundingBox(form) is not null)
        {
            json.WriteStartObject("spatialCoverage");
            json.WriteString("@type", "Place");
            json.WriteStartObject("geo");
            json.WriteString("@type", "GeoShape");
            json.WriteString("box", string.Join(' ', BoxSides.Select(side => Places.Degrees(form, side))));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else if (Places.Of(form) == Places.Country.Address)
        {
            json.WriteString("spatialCoverage", "Thailand");
        }
    }

    private void Columns(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartArray("variableMeasured");
        foreach (var column in Published(dataset).SelectMany(r => r.Current!.Dictionary.Columns))
        {
            json.WriteStartObject();
            json.WriteString("@type", "PropertyValue");
            json.WriteString("name", Clean(column.Name));
            json.WriteOptional("alternateName", SayIfAny(column.Label));
            json.WriteOptional("description", SayIfAny(column.Description));
            json.WriteOptional("unitText", SayIfAny(column.Unit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Downloads(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartArray("distribution");
        foreach (var resource in Published(dataset))
        {
            var release = resource.Current!;
            json.WriteStartObject();
            json.WriteString("@type", "DataDownload");
            json.WriteString("name", resource.Name.IsEmpty ? resource.Key : Say(resource.Name));
            json.WriteString("contentUrl", addresses.Part(dataset, resource, "file"));
            json.WriteString("encodingFormat", FileRoutes.MediaType(release.FileName));
            json.WriteString("contentSize", release.Bytes.ToString(CultureInfo.InvariantCulture) + " B");
            json.WriteString("sha256", release.Sha256);
            json.WriteString("dateModified", DatasetJson.Time(release.Published));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<Resource> Published(Dataset dataset) => dataset.Resources.Where(r => r.Current is not null);

    private string Say(LocalText text) => Clean(text.In(language));

    private static string Clean(string text) => Rdf.RdfText.Clean(text);

    private string? SayIfAny(LocalText text) => text.IsEmpty ? null : Say(text);
}
