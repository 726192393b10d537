using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Rest.Datasets;
using OpenData.Store;

namespace OpenData.Server.Frictionless;

/// <summary>
/// A published dataset as a Frictionless data package (version 1, which most tools read; version 2 reads it too). The paths are addresses, so
/// that a tool reads the data from the catalog; the form itself stands under <c>opendata</c>.
/// </summary>
internal sealed partial class DataPackage(string root, IOriginalStore originals)
{
    private readonly CatalogAddresses addresses = new(root);

    public JObject Write(Dataset dataset)
    {
        var form = dataset.Form;
        var package = new JObject
        {
            ["profile"] = "tabular-data-package",
            ["name"] = dataset.Name,
            ["id"] = dataset.Id.ToString(),
        };
        Put(package, "title", Thai(form.Title));
        Put(package, "description", Thai(form.Notes));
        package["homepage"] = addresses.Page(dataset);
        package["version"] = FormattableString.Invariant($"{dataset.Version}.0.0");
        package["created"] = DatasetJson.Time(dataset.Created);
        Put(package, "keywords", form.Tags.Count == 0 ? null : new JArray(form.Tags));
        Put(package, "licenses", Licences(form));
        Put(package, "sources", form.DataSource.IsEmpty ? null : new JArray(Source(form)));
        Put(package, "contributors", Contributors(dataset));
        package["resources"] = new JArray(dataset.Resources.Where(r => r.Current is not null).Select(r => Resource(dataset, r, r.Current!)));
        package[DictionaryMember] = new JObject { ["form"] = Own(form.Json, "resources", "$schema") };
        return package;
    }

    /// <summary>The Table Schema of a published resource.</summary>
    public JObject Schema(Dataset dataset, DataDictionary dictionary) => TableSchemaWriter.Write(dictionary, reference => Foreign(dataset, reference));

    /// <summary>The member that holds what Frictionless has no word for.</summary>
    private const string DictionaryMember = "opendata";

    /// <summary>A table of this package by its name; one of another dataset by the address of its package, as the standard's patterns have it.</summary>
    private JObject? Foreign(Dataset dataset, Reference reference)
    {
        var target = new JObject { ["resource"] = reference.Resource ?? reference.Dataset, ["fields"] = new JArray(reference.To) };
        if (reference.Dataset != dataset.Name)
        {
            target["package"] = $"{root}/api/v1/datasets/{reference.Dataset}/datapackage.json";
        }

        return target;
    }

    private JObject Resource(Dataset dataset, Resource resource, Release release)
    {
        var json = new JObject
        {
            ["profile"] = "tabular-data-resource",
            ["name"] = resource.Key,
        };
        Put(json, "title", Thai(resource.Name));
        Put(json, "description", Thai(dataset.Form.ResourceForm(resource.Key)?.Description ?? LocalText.Empty));
        var original = addresses.Part(dataset, resource, "file");
        if (IsAsServed(release))
        {
            json["path"] = original;
            json["bytes"] = release.Bytes;
            json["hash"] = "sha256:" + release.Sha256;
        }
        else
        {
            // The original writes headers, dates or truth in ways that Table Schema has no words for.
            json["path"] = $"{root}/api/v1/data/{dataset.Name}/{resource.Key}.csv?limit=all";
            json["sources"] = new JArray(new JObject { ["title"] = release.FileName, ["path"] = original });
        }

        json["format"] = "csv";
        json["mediatype"] = "text/csv";
        json["encoding"] = "utf-8";
        json["schema"] = Schema(dataset, release.Dictionary);
        if (dataset.Form.ResourceForm(resource.Key) is { } form)
        {
            json[DictionaryMember] = new JObject { ["form"] = Own(form.Json, "file", "dictionary") };
        }

        return json;
    }

    /// <summary>True where the original is written as the catalog would write it: its first line is the columns' names, and no value is in a form of its own.</summary>
    private bool IsAsServed(Release release)
    {
        if (release.Dictionary.Columns.Any(c => c.Header != c.Name || c.Calendar != Calendar.Gregorian || c.Type == ColumnType.Boolean))
        {
            return false;
        }

        var header = Encoding.UTF8.GetBytes(string.Join(',', release.Dictionary.Columns.Select(c => c.Name)));
        using var original = originals.Open(release.Sha256);
        var first = new byte[header.Length + 1];
        return original is not null && original.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length
            && first.AsSpan(0, header.Length).SequenceEqual(header) && first[^1] is (byte)'\r' or (byte)'\n';
    }

    private static JObject Source(DatasetForm form)
    {
        var source = new JObject { ["title"] = Thai(form.DataSource) };
        Put(source, "path", Dcat.Rdf.RdfAddress.OfText(form.Url)?.Address);
        return source;
    }

    private JArray? Licences(DatasetForm form)
    {
        if (form.License is null or "not-specified")
        {
            return null;
        }

        var licence = new JObject();
        if (EuAuthority.Licence(form) is { } known)
        {
            licence["name"] = SpdxName(known.Code);
            licence["path"] = known.Address;
        }
        else
        {
            licence["name"] = form.License;
            licence["path"] = addresses.Concept("license_id", form.License);
        }

        var other = form.Text("license_id_other");
        Put(licence, "title", Thai(other.IsEmpty ? CodeLists.Label("license_id", form.License) ?? LocalText.Empty : other));
        return new JArray(licence);
    }

    /// <summary>The identifier of the Open Definition and SPDX for a licence of the EU's table.</summary>
    private static string SpdxName(string code) => code switch
    {
        "CC0" => "CC0-1.0",
        "GNU_FDL_1_3" => "GFDL-1.3-or-later",
        "ODC_BL" => "ODbL-1.0",
        "ODC_BY" => "ODC-BY-1.0",
        "ODC_PDDL" => "PDDL-1.0",
        _ => code.Replace("BYNC", "BY-NC", StringComparison.Ordinal).Replace("BYSA", "BY-SA", StringComparison.Ordinal).Replace("BYND", "BY-ND", StringComparison.Ordinal)
            .Replace("NCSA", "NC-SA", StringComparison.Ordinal).Replace("NCND", "NC-ND", StringComparison.Ordinal).Replace("_4_0", "-4.0", StringComparison.Ordinal).Replace('_', '-'),
    };

    private JArray? Contributors(Dataset dataset)
    {
        var people = new JArray();
        if (dataset.Organization.Length > 0)
        {
            people.Add(new JObject
            {
                ["title"] = dataset.Form.Organization is { Title.IsEmpty: false } owner ? Thai(owner.Title) : dataset.Organization,
                ["path"] = $"{root}/organizations/{dataset.Organization}",
                ["role"] = "publisher",
            });
        }

        if (!dataset.Form.Maintainer.IsEmpty)
        {
            var contact = new JObject { ["title"] = Thai(dataset.Form.Maintainer), ["role"] = "maintainer" };
            Put(contact, "email", dataset.Form.MaintainerEmail is { } mail && PlainMail().IsMatch(mail) ? mail : null);
            people.Add(contact);
        }

        return people.Count == 0 ? null : people;
    }

    private static JObject Own(JObject form, params string[] left)
    {
        var own = (JObject)form.DeepClone();
        foreach (var member in left)
        {
            own.Remove(member);
        }

        return own;
    }

    private static string? Thai(LocalText text) => text.IsEmpty ? null : text.In(Language.Thai);

    private static void Put(JObject json, string name, JToken? value)
    {
        if (value is not null and not JValue { Value: null })
        {
            json[name] = value;
        }
    }

    /// <summary>What every tool takes for an e-mail address.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainMail();
}
