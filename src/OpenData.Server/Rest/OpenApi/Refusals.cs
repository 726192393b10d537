using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>Refusals that several operations have in common.</summary>
internal static class Refusals
{
    /// <summary>Of any query: what it asks for is read strictly.</summary>
    public static readonly IReadOnlyList<ProblemKind> Query =
    [
        ProblemKinds.InvalidQuery, ProblemKinds.UnknownParameter, ProblemKinds.DuplicateParameter, ProblemKinds.TooManyParameters, ProblemKinds.MalformedQuery, ProblemKinds.InvalidValue,
        ProblemKinds.BadRequest,
    ];

    public static readonly IReadOnlyList<ProblemKind> Dataset = [ProblemKinds.UnknownDataset, ProblemKinds.Withdrawn];
    public static readonly IReadOnlyList<ProblemKind> Resource = [.. Dataset, ProblemKinds.UnknownResource];
    public static readonly IReadOnlyList<ProblemKind> Release = [.. Resource, ProblemKinds.UnknownRelease];

    /// <summary>Of rows: columns and conditions that a table does not have, cursors, formats.</summary>
    public static readonly IReadOnlyList<ProblemKind> Rows =
    [
        .. Release, ProblemKinds.UnknownColumn, ProblemKinds.UnknownOperator, ProblemKinds.OperatorNotForType, ProblemKinds.ConflictingParameters, ProblemKinds.InvalidCursor, ProblemKinds.StaleCursor,
        ProblemKinds.NoCoordinates, ProblemKinds.TooManyRows, ProblemKinds.UnknownFormat, ProblemKinds.NotAcceptable,
    ];

    /// <summary>Of a JSON document that is sent.</summary>
    public static readonly IReadOnlyList<ProblemKind> Body = [ProblemKinds.TooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.InvalidDocument];

    /// <summary>Of whoever has to be known.</summary>
    public static readonly IReadOnlyList<ProblemKind> Caller = [ProblemKinds.TokenRequired, ProblemKinds.InvalidToken, ProblemKinds.WritingIsOff, ProblemKinds.Forbidden];

    /// <summary>Of any request at all: a wrong token is refused even for reading, since who sends one expects to see more.</summary>
    public static readonly IReadOnlyList<ProblemKind> Any = [ProblemKinds.InvalidToken, ProblemKinds.TooManyRequests, ProblemKinds.Fault];

    /// <summary>Of a step of a dataset.</summary>
    public static readonly IReadOnlyList<ProblemKind> Step = [.. Dataset, .. Body, ProblemKinds.WrongState, ProblemKinds.Changed];
}
