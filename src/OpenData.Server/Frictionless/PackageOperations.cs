using OpenData.Server.Rest.OpenApi;

namespace OpenData.Server.Frictionless;

/// <summary>What the routes of data packages do.</summary>
internal static class PackageOperations
{
    public static readonly Operation Package = new("readDataPackage", OperationTags.Datasets, new("ชุดข้อมูลเป็น Frictionless Data Package", "A dataset as a Frictionless Data Package."), Answer.Json("AnyObject")) { Refusals = Refusals.Dataset };
    public static readonly Operation Schema = new("readTableSchema", OperationTags.Datasets, new("พจนานุกรมเป็น Frictionless Table Schema", "A dictionary as a Frictionless Table Schema."), Answer.Json("AnyObject")) { Refusals = Refusals.Release };

    public static readonly Operation Csvw = new("readCsvw", OperationTags.Datasets, new("เมทาดาทา CSVW ของ CSV", "The CSVW metadata of a CSV."), new(StatusCodes.Status200OK, new AnswerForm("application/csvm+json", "AnyObject")) { IsValidated = true }) { Refusals = Refusals.Release };
}
