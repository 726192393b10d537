using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reports;

namespace OpenData.Server.Rest.Releases;

/// <summary>What the routes of releases and of original files do.</summary>
internal static class ReleaseOperations
{
    private static readonly Answer Original = Answer.Text("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream") with { HasRanges = true };
    private static readonly SentBody AFile = new(new AnswerForm("application/octet-stream", null), new AnswerForm("text/csv", null), new AnswerForm("multipart/form-data", "SentFile"));
    private static readonly ParameterDescription Range = new("Range", ParameterKind.Text, new("ช่วงไบต์ที่ต้องการ", "The bytes wanted.")) { Example = "bytes=0-99" };

    public static readonly Operation Show = new("readRelease", OperationTags.Releases, new("รุ่นหนึ่งและที่อยู่ถาวรของรุ่นนั้น", "A release, and the addresses that are its own for ever."), Answer.Json("LinkedRelease")) { Refusals = Refusals.Release };

    public static readonly Operation File = new("downloadReleaseFile", OperationTags.Releases, new("ไฟล์ต้นฉบับของรุ่นหนึ่ง ตรงทุกไบต์", "The original file of a release, byte for byte."), Original)
    {
        Headers = [Range],
        Refusals = [.. Refusals.Release, ProblemKinds.OriginalLost, ProblemKinds.RangeNotSatisfiable],
    };

    public static readonly Operation Compare = new("compareReleases", OperationTags.Releases, new("สิ่งที่ต่างกันระหว่างสองรุ่น", "What differs between two releases."), Answer.Json("Comparison")) { Refusals = Refusals.Release };

    public static readonly Operation RollBack = new("rollBack", OperationTags.Releases, new("นำรุ่นก่อนหน้ากลับมาเป็นรุ่นใหม่", "Brings an older release back as a new one."), Answer.Made("LinkedRelease") with { HasLocation = true })
    {
        Refusals = [.. Refusals.Release, ProblemKinds.AlreadyCurrent, ProblemKinds.OriginalLost, ProblemKinds.WrongState],
    };

    public static readonly Operation Download = new("downloadFile", OperationTags.Releases, new("ไฟล์ต้นฉบับของสิ่งที่เผยแพร่ ตรงทุกไบต์", "The original file of what is published, byte for byte."), Original)
    {
        Headers = [Range],
        Refusals = [.. Refusals.Release, ProblemKinds.RangeNotSatisfiable],
    };

    public static readonly Operation Publish = new("giveFile", OperationTags.Releases, new("ส่งไฟล์เข้าตรวจและเผยแพร่ คำตอบคือรายงาน", "Gives a file to be checked, and published or staged; the answer is its report."), Answer.Done("Report"))
    {
        Body = AFile,
        Refusals = [.. Refusals.Resource, ProblemKinds.NoDictionary, ProblemKinds.WrongState, ProblemKinds.BadUpload, ProblemKinds.TooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.DoesNotComply, ProblemKinds.InvalidDocument],
    };

    public static readonly Operation Validate = new("checkFile", OperationTags.Checks, new("ตรวจไฟล์ใดก็ได้ ไม่เก็บสิ่งใดไว้", "Checks any file; nothing of it is kept."), ReportOperations.InForms(ReportFormat.All))
    {
        Body = AFile,
        Refusals = [ProblemKinds.NotAcceptable, ProblemKinds.BadUpload, ProblemKinds.TooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.InvalidDocument],
    };

    public static readonly Operation Rules = new("readRules", OperationTags.Checks, new("กฎทุกข้อ ในสองภาษา", "Every rule, in both languages."), Answer.Json("RuleBook"));
}
