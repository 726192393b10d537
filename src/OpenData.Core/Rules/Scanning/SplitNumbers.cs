namespace OpenData.Rules.Scanning;

/// <summary>Finds numbers such as <c>1,234</c> that fell apart at their comma because nobody quoted them.</summary>
internal static class SplitNumbers
{
    /// <summary>The positions of cells that may be joined to the cell on their right.</summary>
    public static List<int> Find(IReadOnlyList<string> cells, IReadOnlyList<bool> quoted)
    {
        var pairs = new List<int>();
        for (var i = 0; i + 1 < cells.Count; i++)
        {
            if (!quoted[i] && !quoted[i + 1] && IsHead(cells[i]) && IsTail(cells[i + 1]))
            {
                pairs.Add(i);
            }
        }

        return pairs;
    }

    private static bool IsHead(string text) => text.Trim().TrimStart('-', '฿', '$') is { Length: >= 1 and <= 3 } head && head.All(char.IsAsciiDigit);

    private static bool IsTail(string text)
    {
        var tail = text.Trim();
        return tail.Length >= 3 && tail.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (tail.Length == 3 || tail[3] == '.');
    }
}
