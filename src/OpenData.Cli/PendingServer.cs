using Microsoft.AspNetCore.Builder;
using OpenData.Store;
namespace OpenData.Server { internal sealed record ServerOptions { public string Urls { get; init; } = ""; } internal static class OpenDataServer { public static WebApplication Build(ServerOptions o, IDataStore s) => throw new NotSupportedException($"{o}{s}"); } }
