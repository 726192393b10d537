using OpenData.Schemas;

namespace OpenData.Server.Rest.Parameters;

/// <summary>What the value of a parameter is.</summary>
internal enum ParameterKind
{
    Text,
    Integer,
    Boolean,

    /// <summary>A day, <c>YYYY-MM-DD</c>.</summary>
    Day,

    /// <summary>A UUID.</summary>
    Id,

    /// <summary>One of <see cref="ParameterDescription.Allowed"/>.</summary>
    Choice,

    /// <summary>A whole number, or one of <see cref="ParameterDescription.Allowed"/>.</summary>
    IntegerOrChoice,

    /// <summary>Values separated by commas; where <see cref="ParameterDescription.Allowed"/> is not empty, those.</summary>
    List,

    /// <summary>Numbers separated by commas, as many as <see cref="ParameterDescription.Minimum"/> and <see cref="ParameterDescription.Maximum"/> say.</summary>
    Numbers,
}

/// <summary>A parameter of a request, for those who read code and for the documents of the interface, which are made from this.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Text">What it does.</param>
internal sealed record ParameterDescription(string Name, ParameterKind Kind, LocalText Text)
{
    /// <summary>The values it may have, where they are a few words.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What is taken where it is left out, or null.</summary>
    public string? Standard { get; init; }

    public long? Minimum { get; init; }
    public long? Maximum { get; init; }

    /// <summary>A regular expression that a text, or each value of a list, matches; or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>A value that is taken, or null where it depends on the table.</summary>
    public string? Example { get; init; }

    /// <summary>True where a request without it is refused.</summary>
    public bool Required { get; init; }
}

/// <summary>The parameters that a route takes, as metadata of its endpoint.</summary>
/// <param name="Parameters">Those with a name of their own.</param>
/// <param name="Columns">True where every column of the table is a parameter too: <c>column</c> and <c>column.op</c>.</param>
/// <param name="Having">True where conditions on groups are parameters too: <c>having.term.op</c>.</param>
internal sealed record TakenParameters(IReadOnlyList<ParameterDescription> Parameters, bool Columns = false, bool Having = false);
