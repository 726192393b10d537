namespace OpenData.Cli;

/// <summary>A command that cannot run, in a sentence for whoever asked; it ends with exit code 2.</summary>
/// <param name="message">The sentence, in the language of the run.</param>
internal sealed class RefusalException(string message) : Exception(message);
