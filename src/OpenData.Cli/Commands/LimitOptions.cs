using System.CommandLine;
using System.CommandLine.Parsing;
using OpenData.Cli.Output;
using OpenData.Server;

namespace OpenData.Cli.Commands;

/// <summary>The options of a server that serves the world: how many requests of a minute it takes from one client.</summary>
internal sealed class LimitOptions(Terminal terminal)
{
    public Option<int> PerAddress { get; } = Limit(
        "--requests-per-minute",
        "จำนวนคำขอต่อนาทีของที่อยู่หนึ่งที่ไม่ส่งโทเค็น 0 คือไม่จำกัด (ค่าเริ่มต้น)",
        "Requests of a minute that one address without a token may make; 0, the default, for no limit.",
        terminal);

    public Option<int> PerToken { get; } = Limit(
        "--token-requests-per-minute",
        "จำนวนคำขอต่อนาทีของโทเค็นหรือผู้ใช้หนึ่งคน 0 คือไม่จำกัด (ค่าเริ่มต้น)",
        "Requests of a minute that one token or person may make; 0, the default, for no limit.",
        terminal);

    /// <summary>What the command line says of limits, over <paramref name="options"/>.</summary>
    public ServerOptions Read(ParseResult parsed, ServerOptions options) => options with
    {
        AddressRequestsPerMinute = parsed.GetValue(PerAddress),
        TokenRequestsPerMinute = parsed.GetValue(PerToken),
    };

    private static Option<int> Limit(string name, string th, string en, Terminal terminal)
    {
        var option = new Option<int>(name) { Description = terminal.Say(th, en), HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < 0)
            {
                result.AddError(terminal.Say($"“{name}” ต้องเป็นจำนวนเต็มตั้งแต่ 0 ไม่ใช่ {text}", $"“{name}” takes a whole number from 0, not {text}"));
            }
        });
        return option;
    }
}
