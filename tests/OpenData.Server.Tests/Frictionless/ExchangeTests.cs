using Newtonsoft.Json.Linq;
using OpenData.Publishing;
using OpenData.Schemas;
using OpenData.Schemas.Exchange;
using OpenData.Server.Tests.Pages;

namespace OpenData.Server.Tests.Frictionless;

/// <summary>Dictionaries between our form and those of Frictionless and the W3C.</summary>
[Trait("Store", "None")] // Documents become documents.
public sealed class ExchangeTests
{
    public static TheoryData<string> Dictionaries => [.. Directory.EnumerateFiles(DemoSite.Samples, "*.dictionary.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(DemoSite.Samples, f)).Order()];

    [Theory]
    [MemberData(nameof(Dictionaries))]
    public void A_dictionary_comes_back_whole_from_its_Table_Schema(string file)
    {
        var dictionary = Sample(file);
        var schema = TableSchemaWriter.Write(dictionary, r => new JObject { ["resource"] = r.Resource ?? "", ["fields"] = new JArray(r.To) });
        var read = DictionaryExchange.Read(schema.ToString());
        read.Errors.Should().BeEmpty();
        read.Losses.Should().BeEmpty();
        JToken.DeepEquals(DictionaryDocument.Write(read.Value!), DictionaryDocument.Write(dictionary)).Should().BeTrue("{0}", schema);
        read.Value!.Sha256.Should().Be(dictionary.Sha256);
    }

    [Fact]
    public void What_only_our_dictionary_can_say_comes_back_too()
    {
        var dictionary = DictionaryDocument.Read("""
            {"columns":[
              {"name":"code","header":"รหัส","label":{"th":"รหัส","en":"Code"},"description":{"th":"รหัสหน่วย","en":"Unit code"},"type":"code","codes":[{"code":"01","label":"หนึ่ง"},{"code":"02"}],"role":"dimension","required":true,"unique":true},
              {"name":"year","description":"ปี","type":"year","calendar":"buddhist","minimum":"2560","maximum":"2570","role":"time"},
              {"name":"amount","description":"จำนวนเงิน","type":"decimal","unit":{"th":"บาท","en":"baht"},"minimum":0.5,"role":"measure","example":"1.50"},
              {"name":"note","description":"หมายเหตุ","type":"text","maxLength":10,"pattern":"[ก-ฮ]*"}],
             "key":["code","year"],"missingValues":["","-"],"references":[{"columns":["code"],"dataset":"units","resource":"units","to":["code"]}]}
            """).Value!;
        var read = DictionaryExchange.Read(TableSchemaWriter.Write(dictionary, _ => null).ToString());
        read.Losses.Should().BeEmpty();
        JToken.DeepEquals(DictionaryDocument.Write(read.Value!), DictionaryDocument.Write(dictionary)).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Dictionaries))]
    public void Columns_with_their_types_and_words_come_back_from_CSVW(string file)
    {
        var dictionary = Sample(file);
        var read = DictionaryExchange.Read(CsvwWriter.Write("https://data.example.go.th/table.csv", dictionary, []).ToString());
        read.Errors.Should().BeEmpty();
        read.Value!.Key.Should().Equal(dictionary.Key);
        read.Value.Columns.Select(c => (c.Name, c.Type, c.Required)).Should().Equal(dictionary.Columns.Select(c => (c.Name, c.Type is ColumnType.Code or ColumnType.Time ? ColumnType.Text : c.Type, c.Required)));
        read.Value.Columns.Select(c => c.Description).Should().Equal(dictionary.Columns.Select(c => c.Description));
        read.Value.Columns.Select(c => c.Label).Should().Equal(dictionary.Columns.Select(c => c.Label));
    }

    [Fact]
    public void A_Table_Schema_of_somebody_else_tells_by_place_what_could_not_be_carried_over()
    {
        var read = DictionaryExchange.Read("""
            {"fields":[
              {"name":"ชื่อ สถานี","type":"string","title":"สถานี","format":"uri"},
              {"name":"where","type":"geopoint","description":"Place"},
              {"name":"kind","type":"string","description":"Kind","constraints":{"enum":["a","b"],"jsonSchema":{}}},
              {"name":"price","type":"number","description":"Price","decimalChar":",","bareNumber":false,"constraints":{"minimum":0}}],
             "primaryKey":"ชื่อ สถานี",
             "foreignKeys":[{"fields":"kind","reference":{"resource":"kinds","fields":"id"}}],
             "uniqueKeys":[["where"]]}
            """);
        read.Errors.Should().BeEmpty();
        var columns = read.Value!.Columns;
        columns.Select(c => (c.Name, c.Header, c.Type)).Should().Equal(("column_1", "ชื่อ สถานี", ColumnType.Text), ("where", "where", ColumnType.Text), ("kind", "kind", ColumnType.Code), ("price", "price", ColumnType.Number));
        (columns[0].Label.Th, columns[0].Description.Th, columns[3].Minimum).Should().Be(("สถานี", "สถานี", "0"));
        columns[2].Codes.Select(c => c.Code).Should().Equal("a", "b");
        read.Value.Key.Should().Equal("column_1");
        read.Losses.Select(l => l.Pointer).Should().Equal(
            "/fields/0/name", "/fields/0", "/fields/0/format", "/fields/1/type", "/fields/2/constraints/jsonSchema", "/fields/3/decimalChar", "/fields/3/bareNumber", "/foreignKeys/0", "/uniqueKeys");
        read.Losses.Should().OnlyContain(l => !string.IsNullOrEmpty(l.Message.Th) && !string.IsNullOrEmpty(l.Message.En));
    }

    [Fact]
    public void CSVW_of_somebody_else_tells_by_place_what_could_not_be_carried_over()
    {
        var read = DictionaryExchange.Read("""
            {"@context":"http://www.w3.org/ns/csvw","tables":[
              {"url":"a.csv","tableSchema":{"columns":[
                {"titles":"id","datatype":"positiveInteger","required":true},
                {"name":"day","titles":{"en":"Day"},"dc:description":"The day","datatype":{"base":"date","format":"d/M/yyyy"}},
                {"name":"v","virtual":true}],"primaryKey":"id","aboutUrl":"#{id}"}},
              {"url":"b.csv"}]}
            """);
        read.Errors.Should().BeEmpty();
        read.Value!.Columns.Select(c => (c.Name, c.Header, c.Type, c.Required)).Should().Equal(("id", "id", ColumnType.Integer, true), ("day", "Day", ColumnType.Date, false));
        read.Losses.Select(l => l.Pointer).Should().Equal("/tables/1", "/tables/0/tableSchema/columns/0", "/tables/0/tableSchema/columns/1/datatype/format", "/tables/0/tableSchema/columns/2", "/tables/0/tableSchema/aboutUrl");
    }

    [Theory]
    [InlineData("""{"fields":[{"name":"a","type":"string","description":"x","constraints":{"pattern":"("}}]}""")]
    [InlineData("""{"fields":[1]}""")]
    [InlineData("""{"fields":[]}""")]
    [InlineData("""{"fields":[{"name":"a","description":"x","type":"integer","constraints":{"minimum":"soon"}}]}""")]
    public void A_faulty_schema_is_refused_with_its_faults(string json)
    {
        var read = DictionaryExchange.Read(json);
        read.Value.Should().BeNull();
        read.Errors.Should().NotBeEmpty();
    }

    internal static DataDictionary Sample(string file) => DictionaryDocument.Read(File.ReadAllBytes(Path.Combine(DemoSite.Samples, file))).Value!;
}

/// <summary>Folders with a data package as datasets.</summary>
[Trait("Store", "None")] // Files become files.
public sealed class PackageFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-package-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_package_of_somebody_else_becomes_form_and_dictionaries()
    {
        var result = Read("""
            {"name":"Rainfall.Stations","title":"ฝน","description":"ปริมาณฝนรายสถานี","keywords":["ฝน"],"homepage":"https://example.org/rain","version":"1.2",
             "licenses":[{"name":"CC-BY-4.0"}],"sources":[{"title":"กรมอุตุนิยมวิทยา"}],
             "contributors":[{"title":"Weather Office","role":"publisher"},{"title":"สมชาย","email":"somchai@example.org","role":"maintainer"}],
             "resources":[
               {"name":"stations","path":"data/stations.csv","schema":"stations.json"},
               {"name":"rain","path":"rain.csv","title":"ฝนรายวัน","schema":{"fields":[{"name":"station","type":"string","description":"สถานี"},{"name":"mm","type":"number","description":"มิลลิเมตร"}],
                "foreignKeys":[{"fields":["station"],"reference":{"resource":"stations","fields":["id"]}}]}}]}
            """);
        result.Errors.Should().BeEmpty();
        var form = result.Value!.Form;
        (form.Name, form.Title.Th, form.License, form.MaintainerEmail, form.Url).Should().Be(("rainfall-stations", "ฝน", "cc-by", "somchai@example.org", "https://example.org/rain"));
        (form.OwnerOrg, form.Organization!.Title.En, form.DataSource.Th).Should().Be(("weather-office", "Weather Office", "กรมอุตุนิยมวิทยา"));
        result.Value.Resources.Select(r => (r.Key, Path.GetFileName(r.DataFile))).Should().Equal(("stations", "stations.csv"), ("rain", "rain.csv"));
        result.Value.Resources[1].Dictionary!.References.Single().Should().BeEquivalentTo(new Reference(["station"], "rainfall-stations", "stations", ["id"]));
        result.Losses.Select(l => (l.File, l.Loss.Pointer)).Should().Equal(("datapackage.json", "/version"));
    }

    [Theory]
    [InlineData("../secret.csv", "outside-folder")]
    [InlineData("/etc/passwd", "outside-folder")]
    [InlineData("data/../../secret.csv", "outside-folder")]
    [InlineData("data\\\\stations.csv", "outside-folder")]
    [InlineData("link.csv", "outside-folder")]
    [InlineData("loop/stations.csv", "outside-folder")]
    [InlineData("https://example.org/a.csv", "remote-file")]
    [InlineData("file:///etc/passwd", "remote-file")]
    [InlineData("missing.csv", "file-not-found")]
    [InlineData("", "no-file")]
    public void A_path_that_leads_out_of_the_package_is_refused(string path, string code)
    {
        var error = Read($$$"""{"name":"hostile","resources":[{"name":"a","path":"{{{path}}}","schema":{"fields":[{"name":"id","type":"string","description":"x"}]}}]}""").Errors.Should().ContainSingle().Subject;
        (error.Error.Code, error.Error.Pointer).Should().Be((code, "/resources/0/path"));
        Read($$$"""{"name":"hostile","resources":[{"name":"a","path":"rain.csv","schema":"{{{(path.Length == 0 ? "../x.json" : path)}}}"}]}""").Errors.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"name":"ab"}""", "no-resources")]
    [InlineData("""{"name":"ab","resources":[]}""", "no-resources")]
    [InlineData("""{"name":"ab","resources":[{"name":"x","path":["rain.csv","rain.csv"],"schema":{"fields":[{"name":"id","description":"x"}]}}]}""", "no-file")]
    [InlineData("""{"name":"ab","resources":[{"name":"x","data":[1],"schema":{"fields":[{"name":"id","description":"x"}]}}]}""", "no-file")]
    [InlineData("""{"name":"ab","resources":[{"name":"x","path":"rain.csv"}]}""", "no-schema")]
    public void A_package_that_cannot_be_read_says_why(string json, string code) => Read(json).Errors.Should().ContainSingle().Which.Error.Code.Should().Be(code);

    [Fact]
    public void A_package_of_a_million_resources_or_of_endless_nesting_is_refused()
    {
        Read("{\"name\":\"ab\",\"resources\":[" + string.Join(',', Enumerable.Repeat("{}", 100_000)) + "]}").Errors.Should().ContainSingle().Which.Error.Code.Should().Be("no-resources");
        Read(string.Concat(Enumerable.Repeat("{\"resources\":[", 50_000))).Errors.Should().NotBeEmpty();
    }

    private FolderResult Read(string json)
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "data"));
        File.WriteAllText(Path.Combine(folder.FullName, "datapackage.json"), json);
        File.WriteAllText(Path.Combine(folder.FullName, "data/stations.csv"), "id\r\n1\r\n");
        File.WriteAllText(Path.Combine(folder.FullName, "stations.json"), """{"fields":[{"name":"id","type":"string","description":"รหัส"}]}""");
        File.WriteAllText(Path.Combine(folder.FullName, "rain.csv"), "station,mm\r\n1,0.5\r\n");
        foreach (var (name, target) in new[] { ("link.csv", "/etc/passwd"), ("loop", ".") })
        {
            if (!Path.Exists(Path.Combine(folder.FullName, name)))
            {
                File.CreateSymbolicLink(Path.Combine(folder.FullName, name), target);
            }
        }

        return DatasetFolder.Read(folder.FullName);
    }
}
