using System.Xml;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Dcat.Descriptions;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Web;
using OpenData.Store.Search;

namespace OpenData.Server.Dcat.Listings;

/// <summary>The changes of the catalog as an Atom feed (RFC 4287), newest first, in pages (RFC 5005); what was withdrawn has a tombstone (RFC 6721).</summary>
internal sealed class AtomFeed(CatalogAddresses addresses, Language language)
{
    public const string MediaType = "application/atom+xml";
    public const int PerPage = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Writes a page.</summary>
    /// <param name="entries">What is on the page, newest first.</param>
    /// <param name="datasets">The datasets of those entries that are published, by name.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="last">The last page.</param>
    /// <param name="updated">When the catalog changed last.</param>
    public byte[] Write(IReadOnlyList<FoundDataset> entries, IReadOnlyDictionary<string, Dataset> datasets, int page, int last, DateTimeOffset updated)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, PlainXml.Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "at", null, Tombstones);
            xml.WriteAttributeString("xml", "lang", null, language == Language.Thai ? "th" : "en");
            Element(xml, "id", addresses.Root + "/feed.atom");
            Element(xml, "title", $"{WebTexts.Site.In(language)} – {DcatTexts.Changes.In(language)}");
            Element(xml, "updated", DatasetJson.Time(updated));
            Author(xml, WebTexts.Site.In(language), addresses.Root + "/");
            Link(xml, "alternate", "text/html", addresses.Root + "/");
            Pages(xml, page, last);
            foreach (var entry in entries)
            {
                Write(xml, entry, datasets.GetValueOrDefault(entry.Name));
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void Pages(XmlWriter xml, int page, int last)
    {
        Link(xml, "self", MediaType, Address(page));
        Link(xml, "first", MediaType, Address(1));
        Link(xml, "last", MediaType, Address(last));
        if (page > 1)
        {
            Link(xml, "previous", MediaType, Address(Math.Min(page - 1, last)));
        }

        if (page < last)
        {
            Link(xml, "next", MediaType, Address(page + 1));
        }
    }

    private void Write(XmlWriter xml, FoundDataset entry, Dataset? dataset)
    {
        if (dataset is null)
        {
            xml.WriteStartElement("deleted-entry", Tombstones);
            xml.WriteAttributeString("ref", Id(entry));
            xml.WriteAttributeString("when", DatasetJson.Time(entry.Modified));
            xml.WriteEndElement();
            return;
        }

        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", Id(entry));
        Element(xml, "title", dataset.Form.Title.IsEmpty ? dataset.Name : dataset.Form.Title.In(language));
        Element(xml, "published", DatasetJson.Time(dataset.Created));
        Element(xml, "updated", DatasetJson.Time(entry.Modified));
        Link(xml, "alternate", "text/html", addresses.Page(dataset));
        Link(xml, "alternate", "text/turtle", addresses.Dataset(dataset) + ".ttl");
        if (dataset.Organization.Length > 0)
        {
            Author(xml, dataset.Form.Organization is { Title.IsEmpty: false } owner ? owner.Title.In(language) : dataset.Organization, $"{addresses.Root}/organizations/{dataset.Organization}");
        }

        foreach (var tag in dataset.Form.Tags)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Rdf.RdfText.Clean(tag));
            xml.WriteEndElement();
        }

        Element(xml, "summary", dataset.Form.Notes.IsEmpty ? dataset.Name : dataset.Form.Notes.In(language));
        xml.WriteEndElement();
    }

    private static string Id(FoundDataset entry) => $"urn:uuid:{entry.Id}";

    private string Address(int page) => addresses.Root + "/feed.atom" + (page == 1 ? "" : FormattableString.Invariant($"?page={page}"));

    private static void Author(XmlWriter xml, string name, string address)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", name);
        Element(xml, "uri", address);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string mediaType, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Rdf.RdfText.Clean(text));
}
