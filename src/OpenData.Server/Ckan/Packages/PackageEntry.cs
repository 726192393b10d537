using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Server.Ckan.Packages;

/// <summary>A dataset in a few words: what lists and most queries ask of it. Ten thousand of them fit into some ten megabytes.</summary>
internal sealed record PackageEntry
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Organization { get; init; }
    public required DatasetState State { get; init; }
    public required LocalText Title { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public required int Revision { get; init; }
    public required string? Type { get; init; }
    public required string? Category { get; init; }
    public required string? License { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its texts as searches compare them.</summary>
    public required string Text { get; init; }

    /// <summary>True where everybody sees it.</summary>
    public bool IsPublic => State == DatasetState.Published;

    /// <summary>Another value after each change: what was made of it before may be old.</summary>
    public (DateTimeOffset Modified, int Revision) Change => (Modified, Revision);

    public static PackageEntry Of(Dataset dataset)
    {
        var form = dataset.Form;
        return new PackageEntry
        {
            Id = dataset.Id,
            Name = dataset.Name,
            Organization = dataset.Organization,
            State = dataset.State,
            Title = form.Title,
            Created = dataset.Created,
            Modified = dataset.Modified,
            Revision = dataset.Revision,
            Type = form.DataType,
            Category = form.Category,
            License = form.License,
            Tags = [.. form.Tags.Distinct(StringComparer.Ordinal)],
            Text = Fold(string.Join('\n', ((string?[])[dataset.Name, form.Title.Th, form.Title.En, form.Notes.Th, form.Notes.En, .. form.Tags]).OfType<string>())),
        };
    }

    /// <summary>True where the dataset contains every word of a text.</summary>
    public bool Contains(string? text) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(w => Text.Contains(Fold(w), StringComparison.Ordinal));

    /// <summary>True where the dataset contains a text as it stands.</summary>
    public bool Holds(string text) => Text.Contains(Fold(text), StringComparison.Ordinal);

    /// <summary>How well a text fits: a word of the title counts most, then one of the tags.</summary>
    public int Rank(string text)
    {
        var title = Fold($"{Title.Th}\n{Title.En}\n{Name}");
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(w =>
            title.Contains(Fold(w), StringComparison.Ordinal) ? 4 : Tags.Any(t => Fold(t).Contains(Fold(w), StringComparison.Ordinal)) ? 2 : 1);
    }

    private static string Fold(string text)
    {
        // Half a surrogate pair has no normal form: through UTF-8 it becomes the replacement character.
        var whole = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        return whole.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
    }
}
