using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Schemas;

namespace OpenData.Scores.Indicators;

/// <summary>Reads an indicator's definition (<c>indicator.schema.json</c>).</summary>
public static class IndicatorDocument
{
    /// <summary>Reads a definition, or tells every fault of the text.</summary>
    public static DocumentResult<Indicator> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (source, malformed) = JsonSource.Parse(json);
        if (source is null)
        {
            return new(null, malformed);
        }

        var faults = new FaultList(source.LineOf);
        new DocumentValidator(SchemaFile.Indicator, (_, _) => null).Validate(source.Root, faults);
        if (faults.InOrder() is { Count: > 0 } invalid)
        {
            return new(null, invalid);
        }

        var indicator = Read((JObject)source.Root);
        new IndicatorChecks(indicator, faults).Check();
        var errors = faults.InOrder();
        return errors.Count > 0 ? new(null, errors) : new(indicator, []);
    }

    /// <summary>The definition's own JSON, of those the program carries.</summary>
    public static JObject Json(Indicator indicator) => JObject.Parse(SchemaFile.Embedded(FormattableString.Invariant($"indicators/{indicator.Id}.{indicator.FiscalYear}.json")));

    private static Indicator Read(JObject json) => new()
    {
        Id = (string)json["id"]!,
        FiscalYear = (int)json["fiscalYear"]!,
        Title = Text(json["title"]),
        Owner = Text(json["owner"]),
        Source = Text(json["source"]),
        Formula = Named<Formula>((string)json["formula"]!),
        OfDatasets = (string?)json["subject"] == "dataset",
        Full = (decimal)json["full"]!,
        Levels = [.. (json["levels"] ?? new JArray()).Select(ReadLevel)],
        Parts = ReadParts(json["parts"]),
        Bands = [.. (json["bands"] ?? new JArray()).Select(b => new ScoreBand((decimal)b["from"]!, (decimal)b["score"]!))],
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString(Formatting.None)))),
    };

    private static IndicatorLevel ReadLevel(JToken level) => new(
        (int)level["level"]!,
        Text(level["title"]),
        (decimal?)level["points"] ?? 0,
        (string?)level["scoring"] == "sum",
        level["undefined"] is { } undefined ? Text(undefined) : null,
        ReadParts(level["parts"]));

    private static IReadOnlyList<IndicatorPart> ReadParts(JToken? parts) =>
    [
        .. (parts ?? new JArray()).Select(p => new IndicatorPart(
            (string)p["id"]!,
            Text(p["title"]),
            Named<Measure>((string)p["measure"]!),
            (decimal?)p["weight"] ?? 1,
            (int?)p["least"] ?? 1,
            (decimal?)p["full"],
            Text(p["evidence"]),
            (string?)p["indicator"],
            [.. (p["targets"] ?? new JArray()).Select(t => (decimal)t)],
            (bool?)p["above"] ?? false)),
    ];

    private static LocalText Text(JToken? token) => new((string?)token?["th"], (string?)token?["en"]);

    /// <summary>The name of our JSON, such as <c>weighted-mean</c>, as the program calls it.</summary>
    private static T Named<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
