using System.Text;

namespace OpenData.Intake;

/// <summary>Reads UTF-16 text to its end: lone surrogates, control characters and line endings.</summary>
internal static class Utf16Scan
{
    public static TextFacts Read(string path, TextEncoding encoding, int byteOrderMark)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        file.Position = byteOrderMark;
        using var reader = new StreamReader(file, Decoders.Of(encoding), detectEncodingFromByteOrderMarks: false, IntakeLimits.TextSize);
        var text = new char[IntakeLimits.TextSize];
        long position = 0, invalid = 0, controls = 0, crLf = 0, lf = 0, cr = 0;
        var offsets = new List<long>();
        var last = '\0';
        int read;
        while ((read = reader.Read(text)) > 0)
        {
            foreach (var c in text.AsSpan(0, read))
            {
                switch (c)
                {
                    case '\uFFFD':
                        invalid++;
                        if (offsets.Count < IntakeLimits.InvalidOffsets)
                        {
                            offsets.Add(byteOrderMark + (position * 2));
                        }

                        break;
                    case '\n' when last == '\r':
                        crLf++;
                        cr--;
                        break;
                    case '\n':
                        lf++;
                        break;
                    case '\r':
                        cr++;
                        break;
                    case not '\t' and (< ' ' or '\u007F'):
                        controls++;
                        break;
                }

                last = c;
                position++;
            }
        }

        return new TextFacts(encoding, byteOrderMark, invalid, offsets, controls, crLf, lf, cr, MayBeDamaged: true);
    }
}
