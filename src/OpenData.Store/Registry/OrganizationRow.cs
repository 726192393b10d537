using OpenData.Registry;
using OpenData.Schemas;

namespace OpenData.Store.Registry;

/// <summary>An organization as the registry keeps it.</summary>
internal sealed class OrganizationRow
{
    public required string Name { get; init; }
    public string? Th { get; init; }
    public string? En { get; init; }
    public string? Parent { get; init; }

    public long OnePerson { get; init; }

    public Organization ToOrganization() => new(Name, new LocalText(Th, En), Parent) { OnePersonMayApprove = OnePerson != 0 };
}
