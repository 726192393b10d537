using System.Text;

namespace OpenData.Intake;

/// <summary>The .NET decoder and the name of each encoding.</summary>
public static class Decoders
{
    static Decoders() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The decoder; bytes that are not valid become U+FFFD.</summary>
    public static Encoding Of(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Windows874 => Encoding.GetEncoding(874, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
        TextEncoding.Windows1252 => Encoding.GetEncoding(1252, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
        TextEncoding.Utf16LittleEndian => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        TextEncoding.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <summary>The name that reports use, as registered by IANA.</summary>
    public static string NameOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Windows874 => "windows-874",
        TextEncoding.Windows1252 => "windows-1252",
        TextEncoding.Utf16LittleEndian => "utf-16le",
        TextEncoding.Utf16BigEndian => "utf-16be",
        _ => "utf-8",
    };
}
