using System.Text;
using NJsonSchema;
using OpenData.Publishing;
using OpenData.Publishing.Comparison;
using OpenData.Publishing.Verification;
using OpenData.Schemas;

namespace OpenData.Tests.Audit;

/// <summary>The documents that auditors and programs are given, against their published schemas.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Verifications_and_comparisons_are_what_their_schemas_say()
    {
        using var folder = await AuditedFolder.CreateAsync();
        byte[] comparison;
        await using (var store = folder.Open())
        {
            var second = (PublishOutcome.Published)await AuditedFolder.PublishAsync(store, "geographies", "id,name\n1,ภาคเหนือ\n2,กลาง\n9,ใหม่ \n");
            var first = await store.Registry.FindReleaseAsync(second.Release.ResourceId, 1);
            comparison = ComparisonJson.Write(await new ReleaseComparer(store).CompareAsync(first!, second.Release));
        }

        folder.TamperRows("provinces", "UPDATE rows SET c2 = NULL WHERE rowid = 1; DELETE FROM rows WHERE rowid = 5");
        var verification = VerificationJson.Write(await folder.VerifyAsync(), Language.Thai);

        (await FaultsAsync("comparison", comparison)).Should().BeEmpty();
        (await FaultsAsync("verification", verification)).Should().BeEmpty();
        Encoding.UTF8.GetString(verification).Should().Contain("\"not-proved\"").And.Contain("แถว 5 ถูกลบ");
    }

    private static async Task<IEnumerable<string>> FaultsAsync(string name, byte[] json)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Folder, "schemas", name + ".schema.json"));
        return schema.Validate(Encoding.UTF8.GetString(json)).Select(fault => fault.ToString());
    }
}
