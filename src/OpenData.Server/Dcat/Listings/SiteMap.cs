using System.Globalization;
using System.Xml;

namespace OpenData.Server.Dcat.Listings;

/// <summary>The pages of the site for search engines (sitemaps.org, protocol 0.9): one file, or an index of files when there are too many for one.</summary>
internal static class SiteMap
{
    /// <summary>Addresses of one file at most, as the protocol says.</summary>
    public const int PerFile = 50_000;

    private const string Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Pages = ["/", "/about", "/rules", "/scores"];

    /// <summary>Every page with the day it changed last, where that is known.</summary>
    public static IReadOnlyList<(string Address, DateTimeOffset? Modified)> Of(string root, CatalogIndex.Content content) =>
    [
        .. Pages.Select(p => (root + p, (DateTimeOffset?)null)),
        .. content.Published.Where(d => d.Organization.Length > 0).GroupBy(d => d.Organization).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => ($"{root}/organizations/{o.Key}", (DateTimeOffset?)o.Max(d => d.Modified))),
        .. content.Published.Select(d => ($"{root}/datasets/{d.Name}", (DateTimeOffset?)d.Modified)),
    ];

    /// <summary>Writes a file of pages.</summary>
    public static byte[] Write(IEnumerable<(string Address, DateTimeOffset? Modified)> pages) => Write("urlset", "url", pages);

    /// <summary>Writes the index of the files.</summary>
    public static byte[] WriteIndex(string root, int files) =>
        Write("sitemapindex", "sitemap", Enumerable.Range(1, files).Select(i => (FormattableString.Invariant($"{root}/sitemap-{i}.xml"), (DateTimeOffset?)null)));

    private static byte[] Write(string outer, string inner, IEnumerable<(string Address, DateTimeOffset? Modified)> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, PlainXml.Settings))
        {
            xml.WriteStartElement(outer, Protocol);
            foreach (var (address, modified) in entries)
            {
                xml.WriteStartElement(inner, Protocol);
                xml.WriteElementString("loc", Protocol, address);
                if (modified is { } day)
                {
                    xml.WriteElementString("lastmod", Protocol, day.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
