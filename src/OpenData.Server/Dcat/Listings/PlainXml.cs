using System.Text;
using System.Xml;

namespace OpenData.Server.Dcat.Listings;

/// <summary>How feeds and site maps are written: UTF-8 without a byte order mark, a line for each element.</summary>
internal static class PlainXml
{
    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
}
