using OpenData.Schemas;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>What a route does, as metadata of its endpoint: the documents of the interface are made of this, of the route's pattern and of its parameters.</summary>
/// <param name="Id">A name of its own, by which code generators call it.</param>
/// <param name="Tag">What it is about.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Answer">What it answers where all went well.</param>
internal sealed record Operation(string Id, OperationTag Tag, LocalText Summary, Answer Answer)
{
    /// <summary>What there is to know beside the summary, or null.</summary>
    public LocalText? More { get; init; }

    /// <summary>What is sent, or null.</summary>
    public SentBody? Body { get; init; }

    /// <summary>The refusals of its own; those that any request may meet are not among them.</summary>
    public IReadOnlyList<ProblemKind> Refusals { get; init; } = [];

    /// <summary>Headers that it reads, beside those that every route does.</summary>
    public IReadOnlyList<ParameterDescription> Headers { get; init; } = [];

    /// <summary>Parts of its address that mean something else here than <see cref="PathParameters"/> says.</summary>
    public IReadOnlyList<ParameterDescription> Path { get; init; } = [];

    /// <summary>How its own refusals look: most are problems, a face of another standard has its own.</summary>
    public ForeignRefusals? Foreign { get; init; }

    /// <summary>True where any parameter is taken: the other standard says which.</summary>
    public bool TakesAnyParameter { get; init; }
}

/// <summary>What operations are about.</summary>
/// <param name="Name">A word.</param>
/// <param name="Text">What it means.</param>
internal sealed record OperationTag(string Name, LocalText Text);

/// <summary>The answer to an operation that went well.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Forms">The forms it is given in, the one that answers where any will do first; none where there is no body.</param>
internal sealed record Answer(int Status, params IReadOnlyList<AnswerForm> Forms)
{
    /// <summary>True where it carries <c>ETag</c>, so that a client which has it already is told so.</summary>
    public bool IsValidated { get; init; }

    /// <summary>True where <c>Link</c> leads to the next page, and other addresses.</summary>
    public bool HasLinks { get; init; }

    /// <summary>True where parts of it may be asked for.</summary>
    public bool HasRanges { get; init; }

    /// <summary>True where <c>Location</c> tells the address of what was made.</summary>
    public bool HasLocation { get; init; }

    /// <summary>True where the same operation also answers 200, for what was there already.</summary>
    public bool MayHaveBeenThere { get; init; }

    /// <summary>True where people, or those who ask for something described elsewhere, are sent on.</summary>
    public bool MayLeadElsewhere { get; init; }

    /// <summary>A JSON document that is read.</summary>
    public static Answer Json(string shape) => new(StatusCodes.Status200OK, new AnswerForm("application/json", shape)) { IsValidated = true };

    /// <summary>A JSON document that answers something that was done.</summary>
    public static Answer Done(string shape) => new(StatusCodes.Status200OK, new AnswerForm("application/json", shape));

    /// <summary>A JSON document of something that was made.</summary>
    public static Answer Made(string shape) => new(StatusCodes.Status201Created, new AnswerForm("application/json", shape));

    /// <summary>Nothing but that it was done.</summary>
    public static Answer Nothing { get; } = new(StatusCodes.Status204NoContent);

    /// <summary>A text that is read, in any of some forms.</summary>
    public static Answer Text(params IEnumerable<string> mediaTypes) => new(StatusCodes.Status200OK, [.. mediaTypes.Select(m => new AnswerForm(m, null))]) { IsValidated = true };
}

/// <summary>A form that an answer is given in.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Shape">The shape of a JSON document, by its name in <see cref="ShapeBook"/>; null for a text or bytes.</param>
internal sealed record AnswerForm(string MediaType, string? Shape);

/// <summary>What is sent with a request.</summary>
/// <param name="Forms">The forms that are taken.</param>
internal sealed record SentBody(params IReadOnlyList<AnswerForm> Forms)
{
    /// <summary>False where a request without a body is one too.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>A JSON document.</summary>
    public static SentBody Json(string shape) => new(new AnswerForm("application/json", shape));
}

/// <summary>The refusals of a face that speaks another standard.</summary>
/// <param name="Shape">Their shape, by its name in <see cref="ShapeBook"/>.</param>
/// <param name="Statuses">Their statuses.</param>
/// <param name="MediaTypes">Their media types.</param>
internal sealed record ForeignRefusals(string Shape, IReadOnlyList<int> Statuses, params IReadOnlyList<string> MediaTypes);

/// <summary>Marks routes that ask who sends the request.</summary>
/// <param name="Admin">True where it has to be an admin.</param>
internal sealed record CallerNeeded(bool Admin);

/// <summary>How routes say what they do.</summary>
internal static class OperationEndpoints
{
    /// <summary>The route does this, and the document of the interface says so.</summary>
    public static TBuilder Tells<TBuilder>(this TBuilder routes, Operation operation)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(operation);
}
