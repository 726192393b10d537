using System.Globalization;
using System.Text;

namespace OpenData.Benchmarks.Engines;

/// <summary>What both are asked.</summary>
internal enum Question
{
    Page,
    Filter,
    Key,
    Count,
    Group,
}

/// <summary>What came back: how many rows, and the first cell of each, by which answers are compared.</summary>
internal sealed class Answer
{
    private readonly StringBuilder first = new();

    public int Rows { get; private set; }

    public void Add(object cell)
    {
        Rows++;
        first.Append(CultureInfo.InvariantCulture, $"{cell},");
    }

    public override string ToString() => first.ToString();
}
