using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;

namespace OpenData.Publishing.Packages;

/// <summary>Reads a folder that holds a Frictionless data package (<c>datapackage.json</c>) as a dataset folder.</summary>
internal sealed class PackageFolder
{
    /// <summary>The name of the descriptor.</summary>
    public const string DescriptorName = "datapackage.json";

    /// <summary>Most resources of a package: more are a catalog, not a dataset.</summary>
    private const int MostResources = 200;

    private readonly string root;
    private readonly PackageFiles files;
    private readonly List<FolderError> errors = [];
    private readonly List<FolderLoss> losses = [];

    private PackageFolder(string root) => (this.root, files) = (root, new PackageFiles(root));

    /// <summary>Reads the package in a folder, or tells every fault of it.</summary>
    public static FolderResult Read(string root, string descriptor)
    {
        var (text, broken) = JsonSource.Decode(FolderFiles.ReadDocument(descriptor));
        if (text is null)
        {
            return new(null, [new(DescriptorName, broken!)]);
        }

        var (source, malformed) = JsonSource.Parse(text);
        return source?.Root is JObject package
            ? new PackageFolder(root).Read(package)
            : new(null, source is null ? [.. malformed.Select(e => new FolderError(DescriptorName, e))] : [new(DescriptorName, NoResources(""))]);
    }

    private FolderResult Read(JObject package)
    {
        var form = new PackageForm(package, root);
        var resources = package["resources"] as JArray ?? [];
        if (resources.Count is 0 or > MostResources)
        {
            return new(null, [new(DescriptorName, NoResources("/resources"))]);
        }

        var json = form.Write();
        var (parts, tables) = (new JArray(), new List<(string Key, DataDictionary? Dictionary, string? File)>());
        for (var i = 0; i < resources.Count; i++)
        {
            var resource = resources[i] as JObject ?? [];
            var key = PackageForm.Slug(PackageForm.Word(resource["name"]) ?? FormattableString.Invariant($"table-{i + 1}"));
            parts.Add(PackageForm.WriteResource(resource, key));
            tables.Add((key, Schema(resource, form.Name, $"/resources/{i}"), Data(resource, $"/resources/{i}")));
        }

        json["resources"] = parts;
        foreach (var left in package.Properties().Where(p => package[PackageForm.Own] is null && p.Name is ("version" or "image" or "views" or "temporal" or "spatial")))
        {
            losses.Add(new(DescriptorName, new Loss("/" + left.Name, new LocalText($"ไม่มีที่เก็บ “{left.Name}” จึงไม่ได้นำมา", $"There is no place for “{left.Name}”; it was left out."))));
        }

        var read = DatasetDocument.Read(json.ToString(Formatting.None));
        errors.AddRange(read.Errors.Select(e => new FolderError(DescriptorName, e with { Line = 0 })));
        return errors.Count > 0
            ? new(null, errors)
            : new(new DatasetFolder(root, read.Value!, [.. tables.Select(t => new FolderResource(read.Value!.ResourceForm(t.Key)!, t.Dictionary, t.File))]), []) { Losses = losses };
    }

    private string? Data(JObject resource, string pointer)
    {
        var path = resource["path"] is JArray { Count: 1 } one ? one[0] : resource["path"];
        if (PackageForm.Word(path) is not { } name)
        {
            Refuse(pointer + "/path", "no-file", new("ทรัพยากรต้องมี path เป็นไฟล์ CSV หนึ่งไฟล์ในโฟลเดอร์ของแพ็กเกจ", "A resource must have a path: one CSV file in the package's folder."), new("รวมไฟล์เป็นไฟล์เดียว หรือบันทึก data เป็นไฟล์ CSV แล้วใส่ชื่อใน path", "Put several files into one, or save inline data as a CSV file, and give its name as path."));
            return null;
        }

        var (file, refusal) = files.Find(name, pointer + "/path");
        if (refusal is not null)
        {
            errors.Add(new(DescriptorName, refusal));
        }

        return file;
    }

    private DataDictionary? Schema(JObject resource, string dataset, string pointer)
    {
        var (schema, file) = (resource["schema"], DescriptorName);
        if (PackageForm.Word(schema) is { } path)
        {
            var (found, refusal) = files.Find(path, pointer + "/schema");
            if (found is null)
            {
                errors.Add(new(DescriptorName, refusal!));
                return null;
            }

            (pointer, file) = ("", path);
            schema = JsonSource.Decode(FolderFiles.ReadDocument(found)).Text is { } text && JsonSource.Parse(text).Source is { } source ? source.Root : null;
        }
        else
        {
            pointer += "/schema";
        }

        if (schema is not JObject { } table || table["fields"] is not JArray { Count: > 0 })
        {
            Refuse(pointer, "no-schema", new("ทรัพยากรไม่มี Table Schema ที่มี fields", "The resource has no Table Schema with fields."), new("เพิ่ม schema หรือใช้ opendata infer เพื่อร่างพจนานุกรมข้อมูล", "Add a schema, or let opendata infer draft a dictionary."));
            return null;
        }

        var read = DictionaryExchange.ReadTableSchema(table, dataset);
        errors.AddRange(read.Errors.Select(e => new FolderError(file, e)));
        losses.AddRange(read.Losses.Select(l => new FolderLoss(file, l with { Pointer = pointer + l.Pointer })));
        return read.Value;
    }

    private void Refuse(string pointer, string code, LocalText message, LocalText fix) => errors.Add(new(DescriptorName, new DocumentError(code, pointer, 0, message, fix)));

    private static DocumentError NoResources(string pointer) => new(
        "no-resources", pointer, 0,
        new($"แพ็กเกจต้องมี resources ตั้งแต่ 1 ถึง {MostResources} รายการ", $"A package must have from 1 to {MostResources} resources."),
        new("เพิ่ม resources ตามมาตรฐาน Data Package", "Add resources, as the Data Package standard says."));
}
