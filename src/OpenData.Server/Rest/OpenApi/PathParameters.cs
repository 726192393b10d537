using OpenData.Server.Rest.Parameters;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>What the parts of addresses are; an operation may say otherwise (<see cref="Operation.Path"/>).</summary>
internal static class PathParameters
{
    public static readonly ParameterDescription Name = new("name", ParameterKind.Text, new("ชื่อย่อของชุดข้อมูล", "The short name of a dataset.")) { Pattern = Slug.Pattern };
    public static readonly ParameterDescription Key = new("key", ParameterKind.Text, new("ชื่อย่อของทรัพยากร", "The key of a resource.")) { Pattern = Slug.Pattern };

    private static readonly Dictionary<string, ParameterDescription> Known = new[]
    {
        Name,
        Key,
        Number("number", "ลำดับ เริ่มที่ 1", "A number, from 1."),
        Number("from", "รุ่นก่อน", "The number of a release."),
        Number("to", "รุ่นหลัง", "The number of the release that it is compared with."),
    }.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>A part of the address of an operation.</summary>
    public static ParameterDescription Of(Operation operation, string name) =>
        (operation.Path.FirstOrDefault(p => p.Name == name) ?? Known.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The part “{name}” of the address of {operation.Id} is described nowhere: say in {nameof(Operation)}.{nameof(Operation.Path)} what it is.")) with { Required = true };

    private static ParameterDescription Number(string name, string th, string en) => new(name, ParameterKind.Integer, new(th, en)) { Minimum = 1, Maximum = int.MaxValue };
}
