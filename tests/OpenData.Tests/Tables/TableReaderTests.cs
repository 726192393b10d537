using System.Diagnostics;
using System.Text;
using OpenData.Intake;
using OpenData.Tables;

namespace OpenData.Tests.Tables;

/// <summary>Rows, lines and offsets as a person counts them, and bad quotes that cost their own line only.</summary>
public sealed class TableReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", "1@1+0:a|b 2@2+4:1|2 3@3+8:3|4")]
    [InlineData("a,b\r\n1,2\r\n3,4", "1@1+0:a|b 2@2+5:1|2 3@3+10:3|4")]
    [InlineData("a,b\r1,2\r3,4\r", "1@1+0:a|b 2@2+4:1|2 3@3+8:3|4")]
    [InlineData("\uFEFFa,b\n1,2\n", "1@1+3:a|b 2@2+7:1|2")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n", "1@2+7:a|b 2@3+12:1|2")]
    [InlineData("\uFEFFSEP=|\na|b\n", "1@2+9:a|b")]
    [InlineData("\"a\nb\",c\n\"x\r\ny\",\"z\"\"z\"\nlast,row", "1@1+0:a/b|c 2@3+8:x//y|z\"z 3@5+22:last|row")]
    [InlineData("a,b\n\n1,2\n\n\n3,4\n", "1@1+0:a|b 2@2+4: 3@3+5:1|2 4@4+9: 5@5+10: 6@6+11:3|4")]
    [InlineData("a,,\n,,c", "1@1+0:a|| 2@2+4:||c")]
    [InlineData("", "")]
    [InlineData("x", "1@1+0:x")]
    [InlineData("ก,ข\nค,ง\n", "1@1+0:ก|ข 2@2+8:ค|ง")]
    [InlineData("\"\",\"\"\n\"\"\"\",x\n", "1@1+0:| 2@2+6:\"|x")]
    public void Rows_lines_and_offsets_are_as_counted_by_hand(string text, string expected) => Shown(Encoding.UTF8.GetBytes(text)).Should().Be(expected);

    [Fact]
    public void Offsets_of_another_encoding_are_those_of_the_text_in_UTF_8() =>
        Shown(Checked.Thai.GetBytes("จังหวัด,ข\nค,ง\n")).Should().Be("1@1+0:จังหวัด|ข 2@2+26:ค|ง");

    [Theory]
    [InlineData("a,b\nc,\"d\ne,f\ng,h\n", "unclosed in the second row", 2, RowFault.UnclosedQuote, 4)]
    [InlineData("a,\"b\nc,d\ne,f\ng,h\n", "unclosed in the first row", 1, RowFault.UnclosedQuote, 4)]
    [InlineData("a,b\nc,d\ne,f\ng,\"h\n", "unclosed in the last row", 4, RowFault.UnclosedQuote, 4)]
    [InlineData("a,b\nc,d\ne,f\ng,\"h", "unclosed at the very end", 4, RowFault.UnclosedQuote, 4)]
    [InlineData("a,b\nc,d\ne,2\" x\ng,h\n", "a quote inside a value", 3, RowFault.StrayQuote, 4)]
    [InlineData("a,b\nc,d\ne,2\" x 3\"\ng,h\n", "two quotes inside a value", 3, RowFault.StrayQuote, 4)]
    [InlineData("a,b\nc,\"d\" x\ne,f\ng,h\n", "text after a closing quote", 2, RowFault.TextAfterQuote, 4)]
    [InlineData("a,b\r\nc,\"d\r\ne,f\r\ng,h\r\n", "unclosed with CR LF", 2, RowFault.UnclosedQuote, 4)]
    [InlineData("a,b\rc,\"d\re,f\rg,h\r", "unclosed with CR", 2, RowFault.UnclosedQuote, 4)]
    [InlineData("a,b\nc,\"d\ne,\"f\"\ng,h\n", "unclosed before a good quote", 2, RowFault.UnclosedQuote, 4)]
    public void A_bad_quote_costs_its_own_line_and_no_more(string text, string what, int row, RowFault fault, int rows)
    {
        using var file = Checked.Of(text);
        using var reader = Table.Open(file.Upload).Read();
        var faults = new List<(long Row, RowFault Fault, int Fields, long Line)>();
        while (reader.Read())
        {
            faults.Add((reader.Row, reader.Fault, reader.FieldCount, reader.Line));
        }

        faults.Should().HaveCount(rows, what).And.OnlyContain(f => f.Fields == 2 && f.Line == f.Row);
        faults.Where(f => f.Fault != RowFault.None).Should().Equal([(row, fault, 2, row)], what);
    }

    [Fact]
    public void Quoted_line_breaks_still_count_after_a_bad_quote() =>
        Shown("a,b\nc,\"d\n\"e\ne\",f\ng,h\n"u8.ToArray()).Should().StartWith("1@1+0:a|b 2@2+4:c|").And.EndWith("4@5+17:g|h").And.Contain("3@3+9:e/e|f");

    [Fact]
    public void A_runaway_quote_in_thirty_megabytes_costs_one_line()
    {
        var text = new StringBuilder("id,name\n1,\"never closed\n");
        var rows = 2;
        while (text.Length < 30_000_000)
        {
            rows++;
            text.Append(rows).Append(",a row of the table like any other\n");
        }

        using var file = Checked.Of(text.ToString());
        using var reader = Table.Open(file.Upload).Read();
        var (count, bad) = (0, 0);
        while (reader.Read())
        {
            count++;
            bad += reader.Fault == RowFault.None ? 0 : 1;
            reader.FieldCount.Should().Be(2);
        }

        (count, bad).Should().Be((rows, 1));
        reader.Line.Should().Be(rows);
    }

    [Fact]
    public void A_line_of_twenty_megabytes_is_one_row_that_is_too_long_and_the_next_is_read()
    {
        byte[] line = [.. "a,b\n"u8, .. Enumerable.Repeat((byte)'x', 20_000_000), .. "\nc,d\n"u8];
        using var file = Checked.Of(line);
        using var reader = Table.Open(file.Upload).Read();
        var rows = new List<(long, long, long, int, RowFault)>();
        while (reader.Read())
        {
            rows.Add((reader.Row, reader.Line, reader.Offset, reader.FieldCount, reader.Fault));
        }

        rows.Should().Equal((1, 1, 0, 2, RowFault.None), (2, 2, 4, 0, RowFault.TooLong), (3, 3, 20_000_005, 2, RowFault.None));
    }

    [Fact]
    public void A_row_of_more_fields_than_a_table_has_is_too_long()
    {
        using var file = Checked.Of("a,b\n" + new string(',', TableLimits.Fields) + "\nc,d\n");
        using var reader = Table.Open(file.Upload).Read();
        var rows = new List<(long, int, RowFault)>();
        while (reader.Read())
        {
            rows.Add((reader.Row, reader.FieldCount, reader.Fault));
        }

        rows.Should().Equal((1, 2, RowFault.None), (2, 0, RowFault.TooLong), (3, 2, RowFault.None));
    }

    [Theory]
    [InlineData("x,\"y\n")]
    [InlineData("x,\"y\"\"\n")]
    [InlineData("\"\n")]
    public void A_hundred_thousand_unclosed_quotes_do_not_hang(string line)
    {
        using var file = Checked.Of("a,b\n" + string.Concat(Enumerable.Repeat(line, 100_000)) + "c,d\n");
        var clock = Stopwatch.StartNew();
        using var reader = Table.Open(file.Upload).Read();
        while (reader.Read())
        {
        }

        reader.Line.Should().BeGreaterThan(99_000);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void The_separator_of_a_large_file_is_found_whatever_ends_its_lines(string newline)
    {
        using var file = Checked.Of(string.Concat(Enumerable.Repeat("จังหวัด;ปี;จำนวน, คน" + newline, 5000)));
        Table.Open(file.Upload).Separator.Should().Be(';');
    }

    [Fact]
    public void Rewinding_reads_the_same_rows_again()
    {
        using var file = Checked.Of("a,b\nc,\"d\n\"e\ne\",f\n");
        using var reader = Table.Open(file.Upload).Read();
        var first = Rows(reader);
        reader.Rewind();
        Rows(reader).Should().Equal(first);
    }

    [Fact]
    public void Random_tables_are_read_as_they_were_written_and_each_offset_finds_its_row()
    {
        var random = new Random(20260304);
        string[] cells = ["", "1", "12.5", "น่าน", "เชียงใหม่", "สวัสดี ชาวโลก", "x", "ก", "2567-01-31", "O Neill"];
        var encodings = new (Encoding Encoding, bool Mark)[] { (new UTF8Encoding(true), false), (new UTF8Encoding(true), true), (Checked.Thai, false), (new UnicodeEncoding(false, true), true), (new UnicodeEncoding(true, true), true) };
        foreach (var separator in (char[])[',', ';', '\t', '|'])
        {
            foreach (var newline in (string[])["\n", "\r\n", "\r"])
            {
                foreach (var (encoding, mark) in encodings)
                {
                    foreach (var quoteAll in (bool[])[false, true])
                    {
                        var table = RandomTable(random, cells, separator, newline, quoteAll);
                        var text = string.Join(newline, table.Select(r => string.Join(separator, r.Select(c => Quoted(c, separator, quoteAll))))) + (random.Next(2) == 0 ? newline : "");
                        using var file = Checked.Of([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
                        var because = $"separator {(int)separator}, newline {newline.Length}, {encoding.WebName}, quoted {quoteAll}: {text}";
                        Table.Open(file.Upload).Separator.Should().Be(separator, because);
                        var rows = file.Rows();
                        rows.Should().HaveCount(table.Length, because);
                        for (var i = 0; i < rows.Length; i++)
                        {
                            rows[i].Should().Equal(table[i], because);
                        }

                        OffsetsFindTheirRows(file.Upload, because);
                    }
                }
            }
        }
    }

    private static string[][] RandomTable(Random random, string[] cells, char separator, string newline, bool breaks)
    {
        var width = random.Next(2, 6);
        var rows = new string[random.Next(3, 40)][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = [.. Enumerable.Range(0, width).Select(c => i == 0 ? $"คอลัมน์ {c + 1}" : (breaks ? random.Next(6) : 5) switch
            {
                0 => "a" + newline + "b",
                1 => "say \"so\"",
                2 => $"x{separator}y",
                _ => cells[random.Next(cells.Length)],
            })];
        }

        return rows;
    }

    private static string Quoted(string cell, char separator, bool always) =>
        always || cell.Any(c => c == separator || c is '"' or '\r' or '\n') ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;

    private static void OffsetsFindTheirRows(Upload upload, string because)
    {
        using var reader = Table.Open(upload).Read();
        using var stream = Utf8Copy.Open(upload);
        while (reader.Read())
        {
            stream.Position = reader.Offset;
            var there = new byte[reader.RawRow.Length];
            stream.ReadExactly(there);
            there.Should().Equal(reader.RawRow.ToArray(), because);
        }
    }

    private static string Shown(byte[] bytes)
    {
        using var file = Checked.Of(bytes);
        if (file.Upload.Kind == FileKind.Empty)
        {
            return "";
        }

        using var reader = Table.Open(file.Upload).Read();
        return string.Join(' ', Rows(reader));
    }

    /// <summary>Each row as <c>row@line+offset:cell|cell</c>, line breaks as slashes.</summary>
    private static List<string> Rows(TableReader reader)
    {
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.Row}@{reader.Line}+{reader.Offset}:{string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.Text(i).Replace('\n', '/').Replace('\r', '/')))}");
        }

        return rows;
    }
}
