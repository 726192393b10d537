using OpenData.Publishing;
using OpenData.Tests.Schemas;

namespace OpenData.Tests.Publishing;

public sealed class DatasetFolderTests : IDisposable
{
    private const string Dictionary = """{"columns":[{"name":"a","type":"text","description":"x"}]}""";
    private readonly DirectoryInfo temp = Directory.CreateTempSubdirectory("opendata-folder-");

    public void Dispose() => temp.Delete(recursive: true);

    [Fact]
    public void A_folder_is_read_with_its_dictionaries_and_the_paths_of_its_files()
    {
        Write("dataset.json", Form("""{ "key": "a", "name": "A" }, { "key": "b", "name": "B", "file": "ข้อมูล.csv", "dictionary": "columns.json" }, { "key": "c", "name": "C", "url": "https://data.go.th/c" }"""));
        Write("a.dictionary.csv", "name,type,description\na,text,x\n");
        Write("a.csv", "a\n1\n");
        Write("columns.json", Dictionary);
        Write("ข้อมูล.csv", "a\n1\n");

        var folder = DatasetFolder.Read(temp.FullName);

        folder.Errors.Should().BeEmpty();
        folder.Value!.Form.Name.Should().Be("schools");
        folder.Value.Resources.Select(r => (r.Key, r.Dictionary is null, Path.GetFileName(r.DataFile))).Should().Equal(
            ("a", false, "a.csv"), ("b", false, "ข้อมูล.csv"), ("c", true, null));
        folder.Value.Resources[0].Dictionary.Should().BeEquivalentTo(folder.Value.Resources[1].Dictionary);
    }

    [Fact]
    public void Every_fault_of_every_document_is_told_with_its_file()
    {
        Write("dataset.json", Form("""
            { "key": "a", "name": "A" },
            { "key": "b", "name": "B" },
            { "key": "c", "name": "C" }
            """));
        Write("a.dictionary.json", "{ \"columns\": [],\n }");
        Write("a.csv", "a\n");
        Write("b.dictionary.csv", "name,type\na,text\n");
        Write("c.csv", "a\n");

        Read().Should().Equal(
            "a.dictionary.json trailing-comma  2",
            "dataset.json file-not-found /resources/1/file 3",
            "b.dictionary.csv missing-field /columns/0/description 2",
            "dataset.json file-not-found /resources/2/dictionary 4");
    }

    [Fact]
    public void A_folder_without_a_form_is_told()
    {
        var error = DatasetFolder.Read(temp.FullName).Errors.Should().ContainSingle().Subject;

        error.File.Should().Be("dataset.json");
        error.Error.Code.Should().Be("file-not-found");
        error.Error.Message.En.Should().Contain(temp.FullName);
    }

    [Fact]
    public void A_form_that_cannot_be_read_is_told_by_its_own_faults()
    {
        Write("dataset.json", "{ \"name\": \"schools\" }");

        Read().Should().Equal("dataset.json missing-field /title 1");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("c:x.csv")]
    public void A_file_name_never_leaves_the_folder(string name)
    {
        Write("dataset.json", Form($$"""{ "key": "a", "name": "A", "file": "{{name}}" }"""));
        Write("a.dictionary.json", Dictionary);

        Read().Should().Equal("dataset.json outside-folder /resources/0/file 2");
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        var outside = Directory.CreateTempSubdirectory("opendata-outside-");
        try
        {
            var secret = Path.Combine(outside.FullName, "secret.csv");
            File.WriteAllText(secret, "a\n");
            File.CreateSymbolicLink(Path.Combine(temp.FullName, "a.csv"), secret);
            Write("dataset.json", Form("""{ "key": "a", "name": "A" }"""));
            Write("a.dictionary.json", Dictionary);

            Read().Should().Equal("dataset.json outside-folder /resources/0/file 2");
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_link_inside_the_folder_is_followed()
    {
        Write("2567.csv", "a\n");
        File.CreateSymbolicLink(Path.Combine(temp.FullName, "a.csv"), "2567.csv");
        Write("dataset.json", Form("""{ "key": "a", "name": "A" }"""));
        Write("a.dictionary.json", Dictionary);

        DatasetFolder.Read(temp.FullName).Errors.Should().BeEmpty();
    }

    private static string Form(string resources) => $$"""
        { "name": "schools", "title": "โรงเรียน", "resources": [
        {{resources}}
        ] }
        """;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(temp.FullName, name), text);

    private string[] Read()
    {
        var result = DatasetFolder.Read(temp.FullName);
        result.Value.Should().BeNull();
        return [.. result.Errors.Zip(Faults.Of(result.Errors.Select(e => e.Error)), (e, f) => $"{e.File} {f}")];
    }
}
