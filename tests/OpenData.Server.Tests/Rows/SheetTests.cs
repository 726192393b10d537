using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace OpenData.Server.Tests.Rows;

[Collection(TableCollection.Name)]
public sealed class SheetTests(TableServer server)
{
    [Theory]
    [InlineData("/api/v1/data/stations/main.xlsx")]
    [InlineData("/api/v1/data/places/main.xlsx?limit=all")]
    [InlineData("/api/v1/data/big/main.xlsx?limit=all&header=label")]
    public async Task A_workbook_is_one_that_the_makers_of_the_format_find_no_fault_in(string address)
    {
        using var book = await OpenAsync(address);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}").Should().BeEmpty();
    }

    [Fact]
    public async Task Cells_are_what_they_are_and_a_text_is_never_a_formula()
    {
        using var book = await OpenAsync("/api/v1/data/places/main.xlsx");
        var rows = Rows(book);
        rows[0].Select(Text).Should().Equal("id", "name", "code", "price", "ratio", "active", "day", "moment", "hour", "year");
        rows[0].Should().OnlyContain(c => c.DataType!.Value == CellValues.InlineString);
        Kinds(rows[1]).Should().Equal("n", "text", "text", "n", "n", "b", "n", "n", "n", "n");
        Text(rows[1][1]).Should().Be("เชียงใหม่");
        Text(rows[1][2]).Should().Be("01", "a code keeps its zeros");
        Text(rows[1][3]).Should().Be("10.50");
        Text(rows[1][5]).Should().Be("1");
        DateTime.FromOADate(double.Parse(Text(rows[1][6]), CultureInfo.InvariantCulture)).Should().Be(new DateTime(2024, 1, 31));
        DateTime.FromOADate(double.Parse(Text(rows[1][7]), CultureInfo.InvariantCulture)).Should().BeCloseTo(new DateTime(2024, 1, 31, 8, 30, 0), TimeSpan.FromMilliseconds(1));
        double.Parse(Text(rows[1][8]), CultureInfo.InvariantCulture).Should().BeApproximately(8.5 / 24, 1e-12);
        Text(rows[3][1]).Should().Be("a_x0001_b<&>\uD83D\uDE00\nline");
        Kinds(rows[3])[3].Should().Be("text", "thirty digits are more than a number of Excel keeps");
        Text(rows[3][3]).Should().Be("123456789012345678901234567890.123");
        Kinds(rows[4])[1..].Should().OnlyContain(k => k == "empty");
        Text(rows[5][1]).Should().Be("=1+1");
        Kinds(rows[5])[1].Should().Be("text");
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<CellFormula>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_day_before_March_1900_of_which_Excel_has_no_number_stays_a_text()
    {
        using var book = await OpenAsync("/api/v1/data/stations/main.xlsx?province=10&no=2&select=opened,fee");
        var row = Rows(book)[1];
        Kinds(row).Should().Equal("text", "n");
        Text(row[0]).Should().Be("1898-01-01");
        Text(row[1]).Should().Be("-5.50");
    }

    [Fact]
    public async Task All_rows_are_there_and_headers_can_be_labels()
    {
        using var book = await OpenAsync("/api/v1/data/big/main.xlsx?limit=all&header=label&lang=en");
        var rows = Rows(book);
        rows.Should().HaveCount(1 + CatalogServer.BigRows);
        rows[0].Select(Text).Should().Equal("Label id", "Label section", "Label amount");
        rows.Skip(1).Select(r => int.Parse(Text(r[0]), CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(1, CatalogServer.BigRows));
    }

    [Fact]
    public async Task More_rows_than_a_sheet_has_are_refused_before_anything_is_sent()
    {
        // A release that says so: no test has the time to make one.
        await server.Catalog.PublishAsync("tall", "interior", "ตารางสูง", Tables.Big, Tables.BigRows(20), said: 1_048_576);
        var refused = await server.Catalog.GetJsonAsync("/api/v1/data/tall/main.xlsx?limit=all&lang=en", System.Net.HttpStatusCode.BadRequest);
        ((string)refused["code"]!).Should().Be("too-many-rows");
        ((string)refused["detail"]!).Should().Contain("1048576").And.Contain("1048575");
        using var page = await server.Reader.GetAsync("/api/v1/data/tall/main.xlsx?limit=10");
        page.IsSuccessStatusCode.Should().BeTrue();
    }

    private async Task<SpreadsheetDocument> OpenAsync(string address) =>
        SpreadsheetDocument.Open(new MemoryStream(await server.Reader.GetByteArrayAsync(address)), isEditable: false);

    private static List<List<Cell>> Rows(SpreadsheetDocument book) =>
        [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())];

    private static string Text(Cell cell) => cell.InlineString?.Text?.Text ?? cell.CellValue?.Text ?? "";

    private static List<string> Kinds(List<Cell> row) => row.ConvertAll(c =>
        c.InlineString is not null ? "text" : c.CellValue is null ? "empty" : c.DataType?.Value == CellValues.Boolean ? "b" : "n");
}
