using System.Text;
using OpenData.Intake;
using OpenData.Publishing.Repair;
using OpenData.Rules;
using OpenData.Schemas;

namespace OpenData.Tests.Repair;

/// <summary>What a conversion made of some bytes: the bytes, every change, and how often each kind was made.</summary>
public sealed record Converted(byte[] Bytes, IReadOnlyList<RepairChange> Changes, RepairTally Tally, ConversionRefusal Refusal)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public static Converted Plain(string text) => Of(Encoding.UTF8.GetBytes(text), repairs: false);

    public static Converted Repaired(string text, DataDictionary? dictionary = null) => Of(Encoding.UTF8.GetBytes(text), repairs: true, dictionary);

    public static Converted Of(byte[] bytes, bool repairs, DataDictionary? dictionary = null)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, bytes);
            return OfFile(path, repairs, dictionary);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Converted OfFile(string path, bool repairs, DataDictionary? dictionary = null)
    {
        var conversion = Conversion.Examine(new Submission(Receiver.Inspect(path), dictionary), new CheckOptions(), repairs);
        var changes = new List<RepairChange>();
        if (conversion.Refusal != ConversionRefusal.None)
        {
            return new Converted([], [], new RepairTally(null), conversion.Refusal);
        }

        using var output = new MemoryStream();
        var tally = conversion.Write(output, changes.Add);
        return new Converted(output.ToArray(), changes, tally, ConversionRefusal.None);
    }

    /// <summary>The changes as <c>row,column kind old→new</c>; those of the file as a whole are left out.</summary>
    public IEnumerable<string> Told() => Changes.Where(c => c.Row is not null)
        .Select(c => $"{c.Row},{c.Column} {RepairNames.CodeOf(c.Kind)} {c.Old}→{c.New}");
}
