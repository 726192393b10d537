using OpenData.Schemas;

namespace OpenData.Server.Sdmx.Structure;

/// <summary>What a component of a data structure is.</summary>
public enum ComponentKind
{
    Dimension,

    /// <summary>The time dimension; its id is always <c>TIME_PERIOD</c>.</summary>
    Time,
    Measure,
    Attribute,
}

/// <summary>A code of a component: its SDMX id, and the cell that it stands for.</summary>
public sealed record SdmxCode(string Id, string Cell, LocalText Name);

/// <summary>One component of a data structure, made of a column of a table.</summary>
public sealed record Component
{
    public required string Id { get; init; }
    public required ComponentKind Kind { get; init; }

    /// <summary>0-based position of the column in its dictionary.</summary>
    public required int Column { get; init; }

    public required DictionaryColumn Definition { get; init; }

    /// <summary>The code list; empty where any value may stand.</summary>
    public IReadOnlyList<SdmxCode> Codes { get; init; } = [];

    public bool IsCoded => Codes.Count > 0;

    /// <summary>True of dimensions, time among them: together they name an observation.</summary>
    public bool IsDimension => Kind is ComponentKind.Dimension or ComponentKind.Time;

    /// <summary>The id of a cell in messages: the code's, else the cell itself; null of a cell that is no code of the list.</summary>
    public string? IdOf(string cell) => !IsCoded ? cell : Codes.FirstOrDefault(c => c.Cell == cell)?.Id;

    /// <summary>What the component is called.</summary>
    public LocalText Name => Definition.Label.IsEmpty ? new LocalText(Definition.Header, Definition.Header) : Definition.Label;
}
