using OpenData.Rules;
using OpenData.Schemas;
namespace OpenData.Reports;
public static class ReportBuilder { public static Report Build(Inspection inspection) => throw new NotImplementedException(); }
public static class JsonReport
{
    public static byte[] Write(Report report, Language language) => throw new NotImplementedException();
    public static Report Read(ReadOnlyMemory<byte> json) => throw new NotImplementedException();
}
public static class HtmlReport { public static void Write(Report report, Language language, TextWriter writer) => throw new NotImplementedException(); }
public static class CsvReport { public static void Write(Report report, Language language, Stream stream) => throw new NotImplementedException(); }
public static class TextReport { public static void Write(Report report, Language language, TextWriter writer) => throw new NotImplementedException(); }
public static class Sentences
{
    public static string Message(Finding finding, Language language) => throw new NotImplementedException();
    public static string Fix(Finding finding, Language language) => throw new NotImplementedException();
}
