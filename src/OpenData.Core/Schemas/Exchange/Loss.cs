namespace OpenData.Schemas.Exchange;

/// <summary>What a dictionary of another standard says and ours cannot, or could not be carried over as it stands.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) into the document that was read.</param>
/// <param name="Message">What is left out, or how it was taken instead.</param>
public sealed record Loss(string Pointer, LocalText Message);

/// <summary>A dictionary that was read from whichever standard, with what could not be carried over.</summary>
/// <param name="Value">The dictionary, or null where <paramref name="Errors"/> holds any.</param>
/// <param name="Errors">Every fault that keeps it from being read.</param>
/// <param name="Losses">What could not be carried over, in document order; empty of our own documents.</param>
public sealed record ExchangedDictionary(DataDictionary? Value, IReadOnlyList<DocumentError> Errors, IReadOnlyList<Loss> Losses);
