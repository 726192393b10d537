using OpenData.Schemas;

namespace OpenData.Server.Rest.Problems;

/// <summary>One fault of a request: where it is, what is wrong, and how to mend it.</summary>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Fix">How to mend it.</param>
internal sealed record ProblemError(string Code, LocalText Message, LocalText Fix)
{
    /// <summary>JSON pointer into the document sent, or null.</summary>
    public string? Pointer { get; init; }

    /// <summary>The parameter or part at fault, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>A fault of a document, as its reader told it.</summary>
    public static ProblemError Of(DocumentError error) =>
        new(error.Code, error.Message, error.Fix) { Pointer = error.Pointer };
}

/// <summary>A refused request (RFC 9457); <see cref="ProblemFace"/> writes it in the asked language.</summary>
/// <param name="Kind">Which refusal it is.</param>
/// <param name="Detail">A sentence on this request.</param>
internal sealed record Problem(ProblemKind Kind, LocalText Detail) : IResult
{
    /// <summary>Every fault found, or empty.</summary>
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>The report that says why a file was refused, as JSON, or null.</summary>
    public byte[]? Report { get; init; }

    /// <summary>The problem of the faults in a query: one fault speaks for itself, several are told together.</summary>
    public static Problem OfQuery(IReadOnlyList<ProblemError> errors)
    {
        var kind = errors.All(e => e.Code == errors[0].Code) ? ProblemKinds.Find(errors[0].Code) : null;
        return new Problem(kind ?? ProblemKinds.InvalidQuery, errors.Count == 1 ? errors[0].Message : ProblemTexts.Several(errors.Count))
        {
            Errors = errors,
        };
    }

    /// <summary>The problem of a form or dictionary that could not be read.</summary>
    public static Problem OfDocument(IReadOnlyList<DocumentError> errors) =>
        new(ProblemKinds.InvalidDocument, ProblemTexts.Several(errors.Count)) { Errors = [.. errors.Select(ProblemError.Of)] };

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Items[typeof(Problem)] = this;
        httpContext.Response.StatusCode = Kind.Status;
        return Task.CompletedTask;
    }
}
