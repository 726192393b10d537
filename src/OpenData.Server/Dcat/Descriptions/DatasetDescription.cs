using System.Globalization;
using OpenData.Registry;
using OpenData.Registry.Vocabularies;
using OpenData.Schemas;
using OpenData.Server.Dcat.Rdf;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>A published dataset in the words of DCAT-AP 3, with everything that its Form 1 holds.</summary>
internal sealed class DatasetDescription(RdfGraph graph, CatalogAddresses addresses, AgentDescription agents, IReadOnlyList<ServiceDescription> services)
{
    private readonly Authorities authorities = new(graph);
    private readonly FormItems items = new(graph, addresses);

    /// <summary>Says all of a dataset; returns its address.</summary>
    public string Add(Dataset dataset)
    {
        var uri = addresses.Dataset(dataset);
        Name(uri, dataset);
        People(uri, dataset);
        Subject(uri, dataset.Form);
        Coverage(uri, dataset.Form);
        Origin(uri, dataset.Form);
        var distributions = new DistributionDescription(graph, addresses, authorities, items, services);
        foreach (var resource in dataset.Resources.Where(r => r.Current is not null))
        {
            graph.Link(uri, "dcat:distribution", distributions.Add(dataset, resource, resource.Current!));
        }

        items.Add(uri, dataset.Form.Json);
        return uri;
    }

    /// <summary>When what the public sees of a dataset changed last.</summary>
    public static DateTimeOffset LastChange(Dataset dataset) =>
        dataset.Resources.Select(r => r.Current?.Published ?? DateTimeOffset.MinValue).Append(dataset.Modified).Max();

    private void Name(string uri, Dataset dataset)
    {
        var title = IsBlank(dataset.Form.Title) ? new LocalText(dataset.Name, dataset.Name) : dataset.Form.Title;
        // A dataset is a resource by the ontology of DCAT; shapes that are read without it want it said.
        graph.Type(uri, "dcat:Dataset", "dcat:Resource");
        graph.Typed(uri, "dct:identifier", dataset.Id.ToString(), null);
        graph.Text(uri, "dct:title", title);

        // A description is mandatory in DCAT-AP; a dataset that its owner published directly may have none.
        graph.Text(uri, "dct:description", IsBlank(dataset.Form.Notes) ? title : dataset.Form.Notes);
        graph.Moment(uri, "dct:issued", dataset.Created);
        graph.Moment(uri, "dct:modified", LastChange(dataset));
        graph.Typed(uri, "dcat:version", dataset.Version.ToString(CultureInfo.InvariantCulture), null);
        graph.Link(uri, "adms:identifier", uri + "#name");
        graph.Type(uri + "#name", "adms:Identifier");
        graph.Typed(uri + "#name", "skos:notation", dataset.Name, null);
        Document(uri, "dcat:landingPage", addresses.Page(dataset));
        if (RdfAddress.OfText(dataset.Form.Url) is { } more)
        {
            Document(uri, "foaf:page", more.Address);
        }

        if (RdfAddress.OfText(dataset.Form.Code("reference_url_catalog")) is { } original)
        {
            graph.Link(uri, "rdfs:seeAlso", original.Address);
        }
    }

    private void People(string uri, Dataset dataset)
    {
        if (dataset.Organization.Length > 0)
        {
            graph.Link(uri, "dct:publisher", agents.Add(dataset.Organization, dataset.Form.Organization?.Title));
        }

        var mail = dataset.Form.MaintainerEmail is { } given && given.Contains('@', StringComparison.Ordinal) ? given : null;
        if (dataset.Form.Maintainer.IsEmpty && mail is null)
        {
            return;
        }

        var contact = uri + "#contact";
        graph.Link(uri, "dcat:contactPoint", contact);
        graph.Type(contact, "vcard:Kind");
        graph.Text(contact, "vcard:fn", dataset.Form.Maintainer.IsEmpty ? new LocalText(mail, mail) : dataset.Form.Maintainer);
        if (mail is not null)
        {
            graph.Add(contact, "vcard:hasEmail", RdfAddress.OfMail(mail));
        }
    }

    private void Subject(string uri, DatasetForm form)
    {
        foreach (var tag in form.Tags)
        {
            graph.Word(uri, "dcat:keyword", tag);
        }

        foreach (var theme in form.Codes("theme"))
        {
            authorities.LinkConcept(uri, "dcat:theme", EuAuthority.Theme(theme), CodeLists.Label("theme", theme) ?? LocalText.Empty);
        }

        if (EuAuthority.DatasetType(form) is { } type)
        {
            authorities.LinkConcept(uri, "dct:type", type, CodeLists.Label("data_type", form.DataType)!);
        }

        foreach (var language in form.Languages)
        {
            authorities.Link(uri, "dct:language", EuAuthority.Language(language), "dct:LinguisticSystem");
        }

        authorities.Link(uri, "dct:accrualPeriodicity", EuAuthority.Frequency(form), "dct:Frequency");
        authorities.Link(uri, "dct:accessRights", EuAuthority.AccessRight(form), "dct:RightsStatement");
    }

    private void Coverage(string uri, DatasetForm form)
    {
        if (Places.Of(form) is { } place)
        {
            graph.Link(uri, "dct:spatial", place);
            graph.Type(place, "dct:Location");
            if (place == Places.Country.Address)
            {
                graph.Link(place, "skos:inScheme", Places.Country.Scheme);
            }
        }

        if (Places.BoundingBox(form) is { } box)
        {
            graph.Link(uri, "dct:spatial", uri + "#box");
            graph.Type(uri + "#box", "dct:Location");
            graph.Typed(uri + "#box", "dcat:bbox", box, "gsp:wktLiteral");
        }

        var (from, to) = Years(form);
        var said = form.Text("reference_period");
        if (from is null && to is null && said.IsEmpty)
        {
            return;
        }

        graph.Link(uri, "dct:temporal", uri + "#period");
        Period(uri + "#period", from, to);
        graph.Text(uri + "#period", "rdfs:label", said);
    }

    /// <summary>The years of the data as the dataset gives them, else as its resources do, together.</summary>
    public static (int? From, int? To) Years(DatasetForm form)
    {
        var parts = form.ResourceForms.Select(r => r.Json).ToList();
        return (
            (int?)form.Json["first_year_of_data"] ?? parts.Min(p => (int?)p["resource_first_year_of_data"]),
            (int?)form.Json["last_year_of_data"] ?? parts.Max(p => (int?)p["resource_last_year_of_data"]));
    }

    /// <summary>A period of whole years, either end of which may be open.</summary>
    private void Period(string period, int? from, int? to)
    {
        graph.Type(period, "dct:PeriodOfTime");
        graph.Typed(period, "dcat:startDate", from?.ToString("D4", CultureInfo.InvariantCulture), "xsd:gYear");
        graph.Typed(period, "dcat:endDate", to?.ToString("D4", CultureInfo.InvariantCulture), "xsd:gYear");
    }

    private void Origin(string uri, DatasetForm form)
    {
        Statement(uri, "dct:provenance", uri + "#source", "dct:ProvenanceStatement", form.DataSource);
        Statement(uri, "dct:provenance", uri + "#copy", "dct:ProvenanceStatement", form.SourceNote);
        Statement(uri, "dct:conformsTo", uri + "#standard", "dct:Standard", form.Text("standard"));
        if (form.CreatedDate is { } created)
        {
            graph.Day(uri, "dct:created", created);
        }
    }

    /// <summary>Says a text by way of a thing of a class, as DCAT-AP wants it.</summary>
    private void Statement(string uri, string predicate, string statement, string type, LocalText text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        graph.Link(uri, predicate, statement);
        graph.Type(statement, type);
        graph.Text(statement, type == "dct:Standard" ? "dct:title" : "rdfs:label", text);
    }

    private void Document(string uri, string predicate, string document)
    {
        graph.Link(uri, predicate, document);
        graph.Type(document, "foaf:Document");
    }

    private static bool IsBlank(LocalText text) => string.IsNullOrWhiteSpace(text.Th) && string.IsNullOrWhiteSpace(text.En);
}
