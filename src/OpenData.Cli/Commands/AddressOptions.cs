using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using OpenData.Cli.Output;
using OpenData.Server;

namespace OpenData.Cli.Commands;

/// <summary>The options of a server that stands behind a proxy: the address the world knows, and whom to believe about it.</summary>
internal sealed class AddressOptions
{
    public AddressOptions(Terminal terminal)
    {
        Public = new("--public-address")
        {
            Description = terminal.Say(
                $"ที่อยู่ที่คนภายนอกใช้เรียก ใช้ในลิงก์ทุกที่ (ค่าเริ่มต้นจาก {ServerOptions.PublicAddressVariable} ถ้าไม่มีใช้ที่อยู่ของแต่ละคำขอ)",
                $"The address the world knows, used in every link (default: {ServerOptions.PublicAddressVariable}, else the address of each request)."),
            HelpName = "URL",
            DefaultValueFactory = result => Environment.GetEnvironmentVariable(ServerOptions.PublicAddressVariable) is { Length: > 0 } text ? ReadAddress(text, result, terminal) : null,
            CustomParser = result => ReadAddress(result.Tokens[0].Value, result, terminal),
        };
        Proxies = new("--trusted-proxy")
        {
            Description = terminal.Say(
                "ที่อยู่หรือเครือข่าย (CIDR) ของพร็อกซีที่เชื่อส่วนหัว X-Forwarded-* ระบุได้หลายครั้ง",
                "Address or network (CIDR) of a proxy whose X-Forwarded-* headers are believed; may be repeated."),
            HelpName = "NET",
            CustomParser = result => [.. result.Tokens.Select(token => ReadNetwork(token.Value, result, terminal))],
        };
    }

    public Option<Uri?> Public { get; }

    public Option<IPNetwork[]> Proxies { get; }

    /// <summary>What the command line says of addresses, over <paramref name="options"/>.</summary>
    public ServerOptions Read(ParseResult parsed, ServerOptions options) => options with
    {
        PublicAddress = parsed.GetValue(Public),
        TrustedProxies = parsed.GetValue(Proxies) ?? [],
    };

    private static Uri? ReadAddress(string text, ArgumentResult result, Terminal terminal)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { Query: "", Fragment: "", UserInfo: "" })
        {
            return address;
        }

        result.AddError(terminal.Say(
            $"ที่อยู่สาธารณะ “{text}” ต้องเป็น http:// หรือ https:// โดยไม่มี ? และ # เช่น https://data.example.go.th",
            $"the public address “{text}” must be http:// or https:// without ? and #, such as https://data.example.go.th"));
        return null;
    }

    private static IPNetwork ReadNetwork(string text, ArgumentResult result, Terminal terminal)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        result.AddError(terminal.Say(
            $"“{text}” ไม่ใช่ที่อยู่ IP หรือเครือข่าย เช่น 10.0.0.5 หรือ 10.0.0.0/8",
            $"“{text}” is no IP address or network such as 10.0.0.5 or 10.0.0.0/8"));
        return default;
    }
}
