using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema.Validation;
using OpenData.Schemas;
using OpenData.Tests.Rules;

namespace OpenData.Tests.Schemas;

/// <summary>What a glance calls valid, NJsonSchema calls valid: over the sample documents and four thousand mutations of them.</summary>
public class SchemaGlanceTests
{
    private static readonly JToken[] Oddities =
    [
        JValue.CreateNull(), "", " ", "x", "A b", "1a", "a\n", "javascript:alert(1)", "https://example.go.th/x", "2024-02-30", "๒๕๖๗", 0, -1, 1.5, 1e30, true, false,
        new JArray(), new JArray("a", "a"), new JArray("a", 1), new JObject(), JObject.Parse("""{"th":"ก"}"""), JObject.Parse("""{"th":""}"""), JObject.Parse("""{"th":"ก","fr":"x"}"""),
    ];

    public static TheoryData<string, string> Schemas => new() { { "dictionary", "*.dictionary.json" }, { "dataset", "dataset.json" } };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void What_a_glance_calls_valid_is_valid(string schema, string files)
    {
        var file = schema == "dictionary" ? SchemaFile.Dictionary : SchemaFile.Dataset;
        var settings = new JsonSchemaValidatorSettings { FormatValidators = DocumentFormats.All };
        var samples = Directory.GetFiles(Path.Combine(Submitted.Root, "datasets"), files, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Tree).ToList();
        var random = new Random(7);
        var (sure, wrong) = (0, 0);
        for (var i = 0; i < 2_000; i++)
        {
            var document = samples[random.Next(samples.Count)].DeepClone();
            for (var changes = random.Next(3); changes > 0; changes--)
            {
                Mutate(document, random);
            }

            var isSure = file.Glance.IsValid(document);
            var isValid = file.Validator.Validate(document, settings).Count == 0;
            (isSure && !isValid).Should().BeFalse("{0}", document.ToString(Formatting.None));
            sure += isSure ? 1 : 0;
            wrong += isValid ? 0 : 1;
        }

        sure.Should().BeGreaterThan(400, "good documents are to be known at a glance");
        wrong.Should().BeGreaterThan(200, "mutations are to make faults");
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_sample_document_that_needs_no_mending_is_seen_to_be_valid(string schema, string files)
    {
        var file = schema == "dictionary" ? SchemaFile.Dictionary : SchemaFile.Dataset;
        var samples = Directory.GetFiles(Path.Combine(Submitted.Root, "datasets"), files, SearchOption.AllDirectories);

        samples.Should().NotBeEmpty();
        samples.Where(s => file.Validator.Validate(Tree(s), new JsonSchemaValidatorSettings { FormatValidators = DocumentFormats.All }).Count == 0)
            .Should().OnlyContain(s => file.Glance.IsValid(Tree(s)));
    }

    private static JToken Tree(string path)
    {
        using var reader = new JsonTextReader(new StringReader(File.ReadAllText(path))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.ReadFrom(reader);
    }

    private static void Mutate(JToken document, Random random)
    {
        var places = ((JContainer)document).Descendants().Where(t => t is not JProperty).ToList();
        var place = places[random.Next(places.Count)];
        switch (random.Next(4))
        {
            case 0 when place.Parent is JProperty member: member.Remove(); break;
            case 0: place.Remove(); break;
            case 1 when place is JObject owner: owner["added"] = "x"; break;
            case 2 when place is JArray { Count: > 0 } list: list.Add(list[0].DeepClone()); break;
            default: place.Replace(Oddities[random.Next(Oddities.Length)].DeepClone()); break;
        }
    }
}
