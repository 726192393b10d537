using OpenData.Registry;

namespace OpenData.Server.Dcat.Descriptions;

/// <summary>The addresses by which the catalog's things are known for ever: by their ids, under the public address of the server.</summary>
/// <param name="root">The public address, without a slash at its end.</param>
internal sealed class CatalogAddresses(string root)
{
    public string Root => root;
    public string Catalog => root + "/catalog";

    /// <summary>Our own vocabulary: the items and codes of Form 1.</summary>
    public string Vocabulary => root + "/vocabulary#";

    public string Dataset(Dataset dataset) => $"{root}/dataset/{dataset.Id}";

    public string Distribution(Dataset dataset, Resource resource) => $"{root}/dataset/{dataset.Id}/resource/{resource.Id}";

    /// <summary>An organization as an agent; without the fragment it is the page about it.</summary>
    public string Agent(string organization) => $"{root}/organizations/{organization}#organization";

    /// <summary>The page of a dataset.</summary>
    public string Page(Dataset dataset) => $"{root}/datasets/{dataset.Name}";

    /// <summary>What the interface for programs says of a resource: its file, dictionary or report.</summary>
    public string Part(Dataset dataset, Resource resource, string part) => $"{root}/api/v1/datasets/{dataset.Name}/resources/{resource.Key}/{part}";

    /// <summary>A code list of Form 1 as a scheme of concepts.</summary>
    public string Scheme(string list) => $"{Vocabulary}{list}.list";

    /// <summary>A code of Form 1 as a concept.</summary>
    public string Concept(string list, string code) => $"{Vocabulary}{list}.{code}";
}
