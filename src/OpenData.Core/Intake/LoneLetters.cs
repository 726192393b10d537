namespace OpenData.Intake;

/// <summary>
/// Counts bytes above 0x7F that are a cell of their own, as the codes ก, ข, ค are. In windows-1252 such a cell is a sign of a unit (°, £, ½) or hardly
/// ever anything: a letter such as é stands in a word.
/// </summary>
internal sealed class LoneLetters
{
    /// <summary>So many different ones from ฟ on (in windows-1252 ¿ and the capitals À to Î) are a list of codes.</summary>
    private const int Alphabet = 3;

    private const byte FirstWithoutSigns = 0xBF;

    /// <summary>ก ค ฆ จ ฌ ญ ฏ ด ธ: in windows-1252 ¡ ¤ ¦ ¨ ¬ soft hyphen ¯ ´ ¸, which nobody puts into a cell alone.</summary>
    private static ReadOnlySpan<byte> ThaiAlone => [0xA1, 0xA4, 0xA6, 0xA8, 0xAC, 0xAD, 0xAF, 0xB4, 0xB8];

    private readonly bool[] seen = new bool[256];
    private long cells;
    private int different;
    private bool hasThaiAlone;

    /// <summary>How many there are, where they are Thai by all likelihood; else 0.</summary>
    public long ThaiCells => hasThaiAlone || different >= Alphabet ? cells : 0;

    /// <summary>Looks at a run of high bytes and at the bytes around it.</summary>
    public void Look(byte before, ReadOnlySpan<byte> run, byte after)
    {
        if (run is not [var letter] || !IsConsonant(letter) || !IsEdge(before) || !(IsEdge(after) || IsNumbering(letter, after)))
        {
            return;
        }

        cells++;
        different += seen[letter] || letter < FirstWithoutSigns ? 0 : 1;
        seen[letter] = true;
        hasThaiAlone |= ThaiAlone.Contains(letter);
    }

    /// <summary>ก to ฮ without ฃ and ฅ, which are used no more: 0xA3 is £ and 0xA5 is ¥.</summary>
    private static bool IsConsonant(byte value) => value is >= 0xA1 and <= 0xCE and not 0xA3 and not 0xA5;

    private static bool IsEdge(byte value) => value is (byte)',' or (byte)';' or (byte)'\t' or (byte)'|' or (byte)'"' or (byte)'\r' or (byte)'\n';

    /// <summary><c>ก1</c>, <c>ก.</c>, <c>ก)</c>, <c>ก-01</c>.</summary>
    private static bool IsNumbering(byte letter, byte after) => ThaiAlone.Contains(letter) && after is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)')' or (byte)'-' or (byte)'/';
}
