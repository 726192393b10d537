namespace OpenData.Server.Rest.Rows;

/// <summary>The parts of a workbook that are the same whatever its rows are.</summary>
internal static class XlsxParts
{
    public const string Sheet = "xl/worksheets/sheet1.xml";

    public const string SheetStart = Xml + $"""<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""";

    public const string SheetEnd = "</sheetData></worksheet>";

    /// <summary>Places in the list of cell formats below.</summary>
    public const int HeaderStyle = 1;
    public const int DateStyle = 2;
    public const int DateTimeStyle = 3;
    public const int TimeStyle = 4;

    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestName = 31;

    private const string Styles = Xml + $"""
        <styleSheet xmlns="{Main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>Every part but the sheet, in the order they are written.</summary>
    /// <param name="name">The sheet's name: a slug, in which nothing is forbidden.</param>
    public static IEnumerable<(string Name, string Text)> Around(string name) =>
    [
        ("[Content_Types].xml", Xml + $"""<Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Spreadsheet}styles+xml"/><Override PartName="/{Sheet}" ContentType="{Spreadsheet}worksheet+xml"/></Types>"""),
        ("_rels/.rels", Xml + $"""<Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", Xml + $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{name[..Math.Min(name.Length, LongestName)]}" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Xml + $"""<Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", Styles),
    ];
}
