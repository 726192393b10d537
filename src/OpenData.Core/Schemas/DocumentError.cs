namespace OpenData.Schemas;

/// <summary>A fault in a document (Form 1 or Form 2): where it is, what is wrong, and how to mend it.</summary>
/// <param name="Code">A stable kebab-case code, such as <c>not-in-code-list</c>.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) of the faulty value; empty for the whole document.</param>
/// <param name="Line">1-based line of the document, or 0 where the document has no lines.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Fix">How to mend it.</param>
public sealed record DocumentError(string Code, string Pointer, int Line, LocalText Message, LocalText Fix);

/// <summary>A document that was read, or the faults that kept it from being read.</summary>
/// <param name="Value">The document, or null where <paramref name="Errors"/> holds any.</param>
/// <param name="Errors">Every fault found, in document order.</param>
public sealed record DocumentResult<T>(T? Value, IReadOnlyList<DocumentError> Errors)
    where T : class;
