using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;
using OpenData.Server.Rest.Files;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>The published file of a resource as a distribution, and the interfaces that serve its rows.</summary>
internal sealed class DistributionDescription(RdfGraph graph, CatalogAddresses addresses, Authorities authorities, FormItems items, IReadOnlyList<ServiceDescription> services)
{
    // With https, unlike SPDX itself: so the shapes of DCAT-AP 3.0.1 demand it.
    private const string Sha256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256";

    /// <summary>Says all of a distribution; returns its address.</summary>
    public string Add(Dataset dataset, Resource resource, Release release)
    {
        var uri = addresses.Distribution(dataset, resource);
        var form = dataset.Form.ResourceForm(resource.Key);
        graph.Type(uri, "dcat:Distribution");
        graph.Typed(uri, "dct:identifier", resource.Id.ToString(), null);
        graph.Text(uri, "dct:title", string.IsNullOrWhiteSpace(resource.Name.In(Language.Thai)) ? new LocalText(resource.Key, resource.Key) : resource.Name);
        graph.Text(uri, "dct:description", form?.Description ?? LocalText.Empty);
        graph.Link(uri, "dcat:accessURL", $"{addresses.Page(dataset)}#resource-{resource.Key}");
        File(uri, addresses.Part(dataset, resource, "file"), release);
        Rights(uri, dataset.Form, form);
        Structure(uri, dataset, resource);
        foreach (var service in services.Where(s => s.ServesEvery))
        {
            graph.Link(uri, "dcat:accessService", service.Address(addresses));
        }

        if (form is not null)
        {
            items.Add(uri, form.Json);
        }

        return uri;
    }

    private void File(string uri, string address, Release release)
    {
        graph.Link(uri, "dcat:downloadURL", address);
        var mediaType = MediaTypes.Address(FileRoutes.MediaType(release.FileName));
        graph.Link(uri, "dcat:mediaType", mediaType);
        graph.Type(mediaType, "dct:MediaType");
        authorities.Link(uri, "dct:format", EuAuthority.FileType(MediaTypes.Format(release.FileName)), "dct:MediaTypeOrExtent");
        graph.Count(uri, "dcat:byteSize", release.Bytes, "xsd:nonNegativeInteger");
        graph.Link(uri, "spdx:checksum", uri + "#checksum");
        graph.Type(uri + "#checksum", "spdx:Checksum");
        graph.Link(uri + "#checksum", "spdx:algorithm", Sha256);
        graph.Type(Sha256, "spdx:ChecksumAlgorithm");
        graph.Typed(uri + "#checksum", "spdx:checksumValue", release.Sha256, "xsd:hexBinary");
        graph.Moment(uri, "dct:issued", release.Published);
        graph.Moment(uri, "dct:modified", release.Published);
    }

    private void Rights(string uri, DatasetForm dataset, ResourceForm? form)
    {
        if (EuAuthority.Licence(dataset) is { } licence)
        {
            authorities.Link(uri, "dct:license", licence, "dct:LicenseDocument");
        }
        else if (CodeLists.Find("license_id", dataset.License) is { } named && dataset.License != "not-specified")
        {
            // What no table knows is said in the form's own words.
            var concept = items.Concept("license_id", named);
            var document = dataset.License == "other" ? uri + "#licence" : concept;
            graph.Link(uri, "dct:license", document);
            graph.Type(document, "dct:LicenseDocument");
            graph.Text(document, "dct:title", dataset.Text("license_id_other") is { IsEmpty: false } other ? other : named.Label);
        }

        var condition = form is null ? LocalText.Empty : new DatasetForm(form.Json).Text("resource_accessible_condition");
        condition = condition.IsEmpty ? dataset.AccessibleCondition : condition;
        if (!condition.IsEmpty)
        {
            graph.Link(uri, "dct:rights", uri + "#rights");
            graph.Type(uri + "#rights", "dct:RightsStatement");
            graph.Text(uri + "#rights", "rdfs:label", condition);
        }

        foreach (var language in dataset.Languages)
        {
            authorities.Link(uri, "dct:language", EuAuthority.Language(language), "dct:LinguisticSystem");
        }
    }

    /// <summary>The data dictionary as the standard that the file keeps, and the report of its check as a document about it.</summary>
    private void Structure(string uri, Dataset dataset, Resource resource)
    {
        var dictionary = addresses.Part(dataset, resource, "dictionary");
        graph.Link(uri, "dct:conformsTo", dictionary);
        graph.Type(dictionary, "dct:Standard");
        graph.Text(dictionary, "dct:title", DcatTexts.Dictionary);
        var report = addresses.Page(dataset) + $"/{resource.Key}/report";
        graph.Link(uri, "foaf:page", report);
        graph.Type(report, "foaf:Document");
    }
}
