using System.Text.Json;
using System.Text.Json.Serialization;
using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Search;

/// <summary>A dataset as the search keeps it: what is known of it, and its texts, folded, one to a line.</summary>
internal sealed record SearchDocument(FoundDataset Found, IReadOnlyDictionary<SearchField, string> Texts)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The document of a dataset. What the public sees of a published one is all that is in it: no pending form, no dictionary or resource that waits.</summary>
    /// <param name="dataset">The dataset, with everything.</param>
    /// <param name="owners">Its organization and those above it, that first.</param>
    public static SearchDocument Of(Dataset dataset, IReadOnlyList<Organization> owners)
    {
        var form = dataset.Form;
        var published = dataset.State == DatasetState.Published;
        var resources = dataset.Resources.Where(r => !published || r.Current is not null).ToList();
        var releases = resources.Select(r => r.Current).OfType<Release>().ToList();
        var found = new FoundDataset
        {
            Id = dataset.Id,
            Name = dataset.Name,
            Organization = dataset.Organization,
            State = dataset.State,
            Title = form.Title,
            Created = dataset.Created,
            Modified = dataset.Modified,
            Type = form.DataType,
            Category = form.Category,
            License = form.License,
            Complies = releases.Count == 0 ? null : releases.TrueForAll(r => r.Complies),
            Groups = owners.Count == 0 ? [dataset.Organization] : [.. owners.Select(o => o.Name)],
            Tags = form.Tags,
            Formats = form.DataFormat,
        };
        return new SearchDocument(found, new Dictionary<SearchField, string>
        {
            [SearchField.Title] = Lines([dataset.Name, .. Both(form.Title)]),
            [SearchField.Tags] = Lines(form.Tags),
            [SearchField.Organization] = Lines([dataset.Organization, .. owners.Take(1).SelectMany(o => Both(o.Title)), .. Both(form.Organization?.Title ?? LocalText.Empty)]),
            [SearchField.Notes] = Lines(Both(form.Notes)),
            [SearchField.Columns] = Lines(resources.SelectMany(r => ColumnsOf(r, published))),
        });
    }

    public static string Write(FoundDataset found) => JsonSerializer.Serialize(found with { Change = 0 }, Json);

    public static FoundDataset Read(string json, long change) => JsonSerializer.Deserialize<FoundDataset>(json, Json)! with { Change = change };

    private static IEnumerable<string?> ColumnsOf(Resource resource, bool published)
    {
        var dictionary = published ? resource.Current?.Dictionary : resource.Dictionary ?? resource.Current?.Dictionary;
        return
        [
            .. Both(resource.Name),
            .. (dictionary?.Columns ?? []).SelectMany(c => (string?[])[c.Name, c.Header, .. Both(c.Label), .. Both(c.Description)]),
        ];
    }

    private static string?[] Both(LocalText text) => [text.Th, text.En];

    private static string Lines(IEnumerable<string?> texts) =>
        string.Join('\n', texts.Select(FoldedText.Line).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));
}
