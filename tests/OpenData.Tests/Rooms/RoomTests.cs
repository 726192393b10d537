using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpenData.Tests.Rooms;

/// <summary>The rooms of the architecture: a room knows those before it and none after it.</summary>
public sealed partial class RoomTests
{
    /// <summary>In the order of the flow.</summary>
    private static readonly string[] Rooms = ["Intake", "Tables", "Schemas", "Registry", "Rules", "Reports", "Store", "Scores", "Publishing"];

    private static readonly string[] EmptyNames = ["Utils", "Helpers", "Common", "Manager", "Services", "Models", "Interfaces"];

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["OpenData.Core"] = ["CsvHelper", "Newtonsoft.Json", "NJsonSchema"],
        ["OpenData.GraphQL"] = [],
        ["OpenData.Store"] = ["Dapper", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "Npgsql"],
        ["OpenData.Server"] = ["Microsoft.OpenApi", "Swashbuckle.AspNetCore.SwaggerUI", "System.IO.Hashing"],
        ["OpenData.Cli"] = ["Spectre.Console", "System.CommandLine"],
    };

    [Theory]
    [InlineData("Intake")]
    [InlineData("Tables")]
    [InlineData("Schemas")]
    [InlineData("Registry")]
    [InlineData("Rules")]
    [InlineData("Reports")]
    [InlineData("Store")]
    [InlineData("Scores")]
    public void A_room_of_the_core_names_no_later_room(string room)
    {
        var later = Rooms.SkipWhile(r => r != room).Skip(1);
        Sources($"OpenData.Core/{room}").SelectMany(f => later.Where(r => Named("OpenData." + r).IsMatch(Code(f))).Select(r => $"{Short(f)} names {r}")).Should().BeEmpty();
    }

    [Fact]
    public void The_core_has_the_rooms_of_the_architecture_and_no_others() =>
        Directory.GetDirectories(Source("OpenData.Core")).Select(Path.GetFileName).Where(f => f is not ("bin" or "obj")).Should().BeEquivalentTo(Rooms);

    [Fact]
    public void The_core_knows_no_database_no_HTTP_and_no_console() =>
        Sources("OpenData.Core").Where(f => OutsideWorld().IsMatch(Code(f))).Select(Short).Should().BeEmpty();

    [Fact]
    public void The_server_names_no_SQL() =>
        Sources("OpenData.Server").Where(f => Sql().IsMatch(Code(f))).Select(Short).Should().BeEmpty();

    [Fact]
    public void The_GraphQL_engine_names_nothing_of_this_project() =>
        Sources("OpenData.GraphQL").Where(f => Rooms.Any(r => Named("OpenData." + r).IsMatch(Code(f)))).Select(Short).Should().BeEmpty();

    [Fact]
    public void No_folder_and_no_type_has_a_name_that_says_nothing()
    {
        var files = Sources("");
        files.SelectMany(f => Short(f).Split('/')).Distinct().Where(EmptyNames.Contains).Should().BeEmpty();
        files.SelectMany(f => TypeName().Matches(Code(f)).Select(m => m.Groups[1].Value))
            .Where(t => EmptyNames.Any(n => t.EndsWith(n, StringComparison.Ordinal)) || t.EndsWith("Helper", StringComparison.Ordinal) || t.EndsWith("Util", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void No_file_is_two_things() =>
        Sources("").Concat(Directory.GetFiles(Path.Combine(Repository.Folder, "tests"), "*.cs", SearchOption.AllDirectories).Where(IsWritten))
            .Select(f => (File: Short(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines >= 320)
            .Should().BeEmpty();

    [Fact]
    public void A_project_has_the_packages_that_the_architecture_allows()
    {
        foreach (var project in Directory.GetFiles(Source(""), "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Packages.Should().ContainKey(name, "a sixth project needs a sixth reason");
            XDocument.Load(project).Descendants("PackageReference").Select(p => (string)p.Attribute("Include")!).Should().BeSubsetOf(Packages[name], name);
        }
    }

    private static string Source(string folder) => Path.Combine(Repository.Folder, "src", folder);

    private static string[] Sources(string folder) => Directory.Exists(Source(folder))
        ? [.. Directory.GetFiles(Source(folder), "*.cs", SearchOption.AllDirectories).Where(IsWritten).Order(StringComparer.Ordinal)]
        : [];

    private static bool IsWritten(string path) => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Short(string path) => Path.GetRelativePath(Repository.Folder, path).Replace('\\', '/');

    /// <summary>The file without its comments, which may speak of anything.</summary>
    private static string Code(string path) => string.Join('\n', File.ReadLines(path).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static Regex Named(string text) => new(@"\b" + Regex.Escape(text) + @"\b", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b(Dapper|Sqlite|Npgsql|SELECT\s|INSERT\s+INTO)")]
    private static partial Regex Sql();

    [GeneratedRegex(@"\b(Dapper|Sqlite|Npgsql|System\.Data|System\.Net\.Http|AspNetCore|Console\.)")]
    private static partial Regex OutsideWorld();
}
