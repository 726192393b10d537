namespace OpenData.Server.Dcat.Rdf;

/// <summary>A notation of RDF, with the media type by which harvesters choose their parser.</summary>
/// <param name="Suffix">The suffix of the address.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Write">Writes a graph in it.</param>
internal sealed record RdfFormat(string Suffix, string MediaType, Func<RdfGraph, byte[]> Write)
{
    public static readonly RdfFormat Turtle = new("ttl", "text/turtle", TurtleWriter.Write);
    public static readonly RdfFormat JsonLd = new("jsonld", "application/ld+json", JsonLdWriter.Write);
    public static readonly RdfFormat Xml = new("rdf", "application/rdf+xml", RdfXmlWriter.Write);

    /// <summary>By suffix: <c>.xml</c> is RDF/XML as CKAN has it, and every Turtle text is Notation 3.</summary>
    public static readonly IReadOnlyList<RdfFormat> All = [Turtle, JsonLd, Xml, Xml with { Suffix = "xml" }, new("n3", "text/n3", TurtleWriter.Write)];

    /// <summary>The value of <c>Content-Type</c>: the types that are text say their encoding.</summary>
    public string ContentType => MediaType.StartsWith("text/", StringComparison.Ordinal) ? MediaType + "; charset=utf-8" : MediaType;
}
