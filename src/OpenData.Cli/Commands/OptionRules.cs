using System.CommandLine.Parsing;
using OpenData.Cli.Output;

namespace OpenData.Cli.Commands;

/// <summary>What option values must obey beyond their type.</summary>
internal static class OptionRules
{
    /// <summary>A whole number not below <paramref name="minimum"/>.</summary>
    public static Action<OptionResult> AtLeast(int minimum, Terminal terminal) => result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < minimum)
        {
            result.AddError(terminal.Say(
                $"{result.Option.Name} ต้องไม่น้อยกว่า {minimum} (ได้รับ {value})",
                $"{result.Option.Name} must be at least {minimum}, not {value}"));
        }
    };
}
