using OpenData.Schemas;

namespace OpenData.Registry;

/// <summary>An agency, or a unit of one, that owns datasets.</summary>
/// <param name="Name">Its slug, unique in the catalog.</param>
/// <param name="Title">Its name in Thai and English.</param>
/// <param name="Parent">The slug of the agency it belongs to, or null.</param>
public sealed record Organization(string Name, LocalText Title, string? Parent)
{
    /// <summary>True where whoever submits a dataset may approve it too; otherwise it takes two people.</summary>
    public bool OnePersonMayApprove { get; init; }
}
