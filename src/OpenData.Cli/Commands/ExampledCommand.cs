using System.CommandLine;

namespace OpenData.Cli.Commands;

/// <summary>A command whose help shows how it is used: there is none without an example.</summary>
internal abstract class ExampledCommand : Command
{
    protected ExampledCommand(string name, string description, string example, params string[] moreExamples)
        : base(name, description) => Examples = [example, .. moreExamples];

    /// <summary>Command lines that work, the commonest first.</summary>
    public IReadOnlyList<string> Examples { get; }
}
