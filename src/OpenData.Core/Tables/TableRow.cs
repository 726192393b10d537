using CsvHelper;

namespace OpenData.Tables;

/// <summary>One row while it is being read; it is gone with the next. Fields are UTF-8.</summary>
public readonly struct TableRow
{
    private readonly CsvReader reader;

    internal TableRow(CsvReader reader, long row, long line, int fieldCount, RowFault fault)
    {
        this.reader = reader;
        Row = row;
        Line = line;
        FieldCount = fieldCount;
        Fault = fault;
    }

    /// <summary>1-based row as a spreadsheet shows it.</summary>
    public long Row { get; }

    /// <summary>1-based physical line on which the row starts.</summary>
    public long Line { get; }

    /// <summary>Number of fields; 0 for a row that was too long to read.</summary>
    public int FieldCount { get; }

    /// <summary>What is wrong with the row's quoting.</summary>
    public RowFault Fault { get; }

    /// <summary>The field's value, quotes removed.</summary>
    public ReadOnlySpan<byte> Field(int index) => reader.GetSpan(index);

    /// <summary>The field's value as text.</summary>
    public string Text(int index) => reader.GetString(index);

    /// <summary>True where the field stands in quotes.</summary>
    public bool IsQuoted(int index) => reader.GetRawSpan(index) is [(byte)'"', ..];

    /// <summary>All fields as text.</summary>
    public string[] Texts()
    {
        var texts = new string[FieldCount];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text(i);
        }

        return texts;
    }

    /// <summary>Which fields stand in quotes.</summary>
    public bool[] Quoted()
    {
        var quoted = new bool[FieldCount];
        for (var i = 0; i < quoted.Length; i++)
        {
            quoted[i] = IsQuoted(i);
        }

        return quoted;
    }
}
