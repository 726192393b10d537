using OpenData.Schemas.Values;

namespace OpenData.Rules.Scanning;

/// <summary>Tells whether a cell breaks a rule: true where it does.</summary>
public delegate bool CellTest(ReadOnlySpan<byte> cell, in CellReading reading);

/// <summary>The test that a rule puts the cells of one column to.</summary>
/// <param name="Breaks">True for a cell that breaks the rule.</param>
/// <param name="Concerns">The shapes that cells which break it may have; no other cell is put to it.</param>
public sealed record ColumnTest(CellTest Breaks, Predicate<Shape> Concerns)
{
    /// <summary>True where the answer depends on the cells before.</summary>
    public bool Remembers { get; init; }

    /// <summary>True where a number between two that do not break the rule does not break it either.</summary>
    public bool IsAboutSize { get; init; }

    /// <summary>A test of every cell that has a value.</summary>
    public static ColumnTest OfValues(CellTest breaks) => new(breaks, shape => shape != Shape.Empty);
}
