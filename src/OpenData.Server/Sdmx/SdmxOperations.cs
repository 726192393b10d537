using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Sdmx;

/// <summary>What the routes of the SDMX interface do; SDMX REST 2 tells their parameters.</summary>
internal static class SdmxOperations
{
    private static readonly ForeignRefusals Errors = new("SdmxErrors", [400, 404, 406, 501], "application/json");
    private static readonly ParameterDescription Agency = Part("agency", "หน่วยงานเจ้าของ", "The agency.");
    private static readonly ParameterDescription Id = Part("id", "รหัสของสิ่งที่ขอ", "The id of the artefact.");
    private static readonly ParameterDescription Version = Part("version", "รุ่น", "The version.");
    private static readonly ParameterDescription Key = Part("key", "คีย์ของอนุกรม", "The key of series.");

    public static readonly Operation Structure = new("sdmxStructure", OperationTags.Sdmx, new("โครงสร้าง SDMX-ML 3.0", "Structures as SDMX-ML 3.0."), Answer.Text("application/vnd.sdmx.structure+xml"))
    {
        More = new("ส่วนท้ายของที่อยู่เว้นได้ และ * คือทั้งหมด", "The last parts of the address may be left out; * is all of them."),
        Path = [Part("type", "ชนิด: codelist, conceptscheme, dataflow, datastructure", "The kind: codelist, conceptscheme, dataflow, datastructure."), Agency, Id, Version],
        Foreign = Errors,
        TakesAnyParameter = true,
    };

    public static readonly Operation Data = new("sdmxData", OperationTags.Sdmx, new("ข้อมูล SDMX-JSON 2.0 และ SDMX-CSV 2.0", "Data as SDMX-JSON 2.0 and SDMX-CSV 2.0."), new(StatusCodes.Status200OK, new AnswerForm("application/vnd.sdmx.data+json", "AnyObject"), new AnswerForm("application/vnd.sdmx.data+csv", null)) { IsValidated = true })
    {
        More = new("ส่วนท้ายของที่อยู่เว้นได้ และ * คือทั้งหมด กรองด้วย c[COMPONENT]=", "The last parts of the address may be left out; * is all of them. Components are filtered by c[COMPONENT]=."),
        Path = [Part("context", "dataflow, datastructure หรือ *", "dataflow, datastructure or *."), Agency, Id, Version, Key],
        Foreign = Errors,
        TakesAnyParameter = true,
    };

    private static ParameterDescription Part(string name, string th, string en) => new(name, ParameterKind.Text, new(th, en)) { Example = "*" };
}
