using System.Net.Sockets;
using System.Text;

namespace OpenData.Server.Tests;

/// <summary>Sends bytes that a well-behaved client would never send.</summary>
internal static class RawHttp
{
    /// <summary>The whole answer to one request line; the connection is closed after it.</summary>
    public static async Task<string> AskAsync(HttpClient server, string requestLine, string headers = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.BaseAddress!.Host, server.BaseAddress.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{requestLine} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
