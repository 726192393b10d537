using System.Text.Encodings.Web;
using System.Text.Json;
using OpenData.Registry;

namespace OpenData.Store.Registry;

/// <summary>The basis of a release's check as the registry keeps it: the record as JSON.</summary>
internal static class StoredBasis
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ReleaseBasis basis) => JsonSerializer.Serialize(basis, Options);

    public static ReleaseBasis Read(string json) => JsonSerializer.Deserialize<ReleaseBasis>(json, Options)!;
}
