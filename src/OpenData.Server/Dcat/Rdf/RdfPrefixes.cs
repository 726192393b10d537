namespace OpenData.Server.Dcat.Rdf;

/// <summary>The vocabularies that our statements are made of, by the prefix under which the code names them.</summary>
/// <param name="form">The address of our own vocabulary, that of Form 1, which is prefixed <c>form</c>.</param>
internal sealed class RdfPrefixes(string form)
{
    /// <summary>All of them, in the order in which they are declared.</summary>
    public IReadOnlyList<(string Prefix, string Address)> All { get; } =
    [
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("org", "http://www.w3.org/ns/org#"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("adms", "http://www.w3.org/ns/adms#"),
        ("spdx", "http://spdx.org/rdf/terms#"),
        ("gsp", "http://www.opengis.net/ont/geosparql#"),
        ("hydra", "http://www.w3.org/ns/hydra/core#"),
        ("form", form),
    ];

    /// <summary>The whole address of a prefixed name.</summary>
    public string Expand(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return Find(name[..colon]) + name[(colon + 1)..];
    }

    /// <summary>The address of a prefix and the local part of a prefixed name, which XML wants apart.</summary>
    public (string Address, string Local) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return (Find(name[..colon]), name[(colon + 1)..]);
    }

    private string Find(string prefix)
    {
        foreach (var known in All)
        {
            if (known.Prefix == prefix)
            {
                return known.Address;
            }
        }

        throw new ArgumentException($"No vocabulary is prefixed {prefix}.", nameof(prefix));
    }
}
