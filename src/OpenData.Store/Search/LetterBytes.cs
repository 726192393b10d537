using System.Text;

namespace OpenData.Store.Search;

/// <summary>
/// Folded texts in a byte for each letter: ASCII and Thai have one each, any other character is a sign with four digits behind it. A word is
/// a part of a text just where its bytes are a part of the text's, for no letter looks like a digit.
/// </summary>
internal static class LetterBytes
{
    /// <summary>Parts texts from each other; no word contains it.</summary>
    public const byte LineEnd = (byte)'\n';

    private const char FirstThai = '\u0E01';
    private const char LastThai = '\u0E5B';
    private const int ThaiOffset = FirstThai - 0x81;
    private const byte Sign = 0xFF;
    private const byte Digit = 0x10;
    private const int Digits = 4;

    public static byte[] Of(string text)
    {
        var bytes = new byte[text.Sum(c => IsPlain(c) ? 1 : 1 + Digits)];
        var at = 0;
        foreach (var letter in text)
        {
            if (IsPlain(letter))
            {
                bytes[at++] = (byte)(letter < FirstThai ? letter : letter - ThaiOffset);
                continue;
            }

            bytes[at++] = Sign;
            for (var shift = (Digits - 1) * 4; shift >= 0; shift -= 4)
            {
                bytes[at++] = (byte)(Digit + ((letter >> shift) & 0xF));
            }
        }

        return bytes;
    }

    /// <summary>True where each letter is a byte.</summary>
    public static bool ArePlain(ReadOnlySpan<byte> bytes) => !bytes.Contains(Sign);

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        if (ArePlain(bytes))
        {
            return string.Create(bytes.Length, bytes, static (letters, bytes) =>
            {
                for (var at = 0; at < letters.Length; at++)
                {
                    letters[at] = Plain(bytes[at]);
                }
            });
        }

        var text = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != Sign)
            {
                text.Append(Plain(bytes[at]));
                continue;
            }

            var letter = 0;
            for (var i = 0; i < Digits; i++)
            {
                letter = (letter << 4) | (bytes[++at] - Digit);
            }

            text.Append((char)letter);
        }

        return text.ToString();
    }

    private static char Plain(byte letter) => (char)(letter < 0x80 ? letter : letter + ThaiOffset);

    private static bool IsPlain(char letter) => letter is '\n' or (>= ' ' and <= '~') or (>= FirstThai and <= LastThai);
}
