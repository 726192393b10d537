namespace OpenData.Server.Dcat.Descriptions;

/// <summary>Media types by their address at IANA.</summary>
internal static class MediaTypes
{
    private const string Registry = "http://www.iana.org/assignments/media-types/";

    /// <summary>The address of a media type.</summary>
    public static string Address(string mediaType) => Registry + mediaType;

    /// <summary>The format of a file by its name, in lower case and without the dot; empty where it has no suffix.</summary>
    public static string Format(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
}
