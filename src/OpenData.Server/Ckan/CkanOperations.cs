using OpenData.Schemas;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Ckan;

/// <summary>What the routes of CKAN's interface do; its own documentation tells the arguments of each action.</summary>
internal static class CkanOperations
{
    private static readonly ForeignRefusals Envelope = new("CkanRefusal", [400, 403, 404, 409], "application/json");
    private static readonly ForeignRefusals Plain = new("PlainText", [400, 403, 404, 409], "text/plain");

    private static readonly ParameterDescription Name = new("name", ParameterKind.Choice, new(
        string.Join('\n', ActionList.All.Select(a => $"- `{a.Name}`: {a.Help.Th}")), string.Join('\n', ActionList.All.Select(a => $"- `{a.Name}`: {a.Help.En}"))))
    {
        Allowed = [.. ActionList.All.Select(a => a.Name)],
    };

    public static readonly Operation Action = Named("ckanAction");
    public static readonly Operation ActionOfAnyVersion = Named("ckanActionOfAnyVersion");
    public static readonly Operation Version = new("ckanVersion", OperationTags.Ckan, new("รุ่นของ CKAN API", "The version of CKAN's API."), Answer.Json("CkanVersion")) { Foreign = Envelope, TakesAnyParameter = true };
    public static readonly Operation VersionOfAny = Version with { Id = "ckanVersionOfAny" };

    public static readonly Operation Dump = new("ckanDump", OperationTags.Ckan, new("ทั้งตารางจาก DataStore: format=csv, tsv, json หรือ xml", "A whole table of the DataStore: format=csv, tsv, json or xml."), new(StatusCodes.Status200OK, [.. Answer.Text("text/csv", "text/tab-separated-values", "text/xml").Forms, new AnswerForm("application/json", "AnyObject")]) { IsValidated = true })
    {
        Path = [new("id", ParameterKind.Text, new("รหัสของทรัพยากร", "The id of a resource."))],
        Foreign = Plain,
        TakesAnyParameter = true,
    };

    private static Operation Named(string id) => new(id, OperationTags.Ckan, new("CKAN Action API รุ่น 3", "CKAN's Action API, version 3."), Answer.Json("CkanAnswer"))
    {
        More = new LocalText("อาร์กิวเมนต์ส่งเป็นพารามิเตอร์หรือออบเจ็กต์ JSON", "Arguments are parameters of the query, a form, or a JSON object."),
        Path = [Name],
        Body = SentBody.Json("AnyObject") with { IsRequired = false },
        Foreign = Envelope,
        TakesAnyParameter = true,
    };
}
