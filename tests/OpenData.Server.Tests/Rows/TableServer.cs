using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Tests.Rows;

/// <summary>The server of the catalog's tests with a table that has a key of two columns, coordinates and texts.</summary>
public sealed class TableServer : IAsyncLifetime
{
    public const string Stations = "/api/v1/data/stations/main";

    private static readonly DataDictionary Dictionary = new()
    {
        Sha256 = "c3".PadRight(64, '0'),
        Key = ["province", "no"],
        Columns =
        [
            Column("province", ColumnType.Code),
            Column("no", ColumnType.Integer),
            Column("name", ColumnType.Text),
            Column("lat", ColumnType.Decimal),
            Column("lng", ColumnType.Number),
            Column("opened", ColumnType.Date),
            Column("visitors", ColumnType.Integer),
            Column("fee", ColumnType.Decimal),
        ],
    };

    private readonly CatalogServer catalog = new();

    public CatalogServer Catalog => catalog;
    public HttpClient Reader => catalog.Reader;

    public async Task InitializeAsync()
    {
        await catalog.InitializeAsync();
        await catalog.PublishAsync("stations", "interior", "สถานี", Dictionary,
        [
            Row("10", 1, "หัวลำโพง Hua Lamphong", "13.7393", 100.5170, "1916-06-25", 60_000, "20.00"),
            Row("10", 2, "บางซื่อ, Bang Sue", "13.8030", 100.5400, "1898-01-01", 80_000, "-5.50"),
            Row("50", 1, "เชียงใหม่", "18.7836", 99.0170, "1921-12-01", 9_000, "15.25"),
            [RowValue.Of("50"), RowValue.Of(2L), RowValue.Of("=cmd|' /C calc'!A0"), RowValue.Null, RowValue.Null, RowValue.Null, RowValue.Null, RowValue.Null],
            Row("a,b", 3, "จุลภาค \"ในคีย์\"\nสองบรรทัด", "0", 179.9, "2024-02-29", 1, "0.10"),
        ]);
    }

    public Task DisposeAsync() => catalog.DisposeAsync();

    private static RowValue[] Row(string province, long no, string name, string lat, double lng, string opened, long visitors, string fee) =>
        [RowValue.Of(province), RowValue.Of(no), RowValue.Of(name), RowValue.Of(lat), RowValue.Of(lng), RowValue.Of(opened), RowValue.Of(visitors), RowValue.Of(fee)];

    private static DictionaryColumn Column(string name, ColumnType type) =>
        new() { Name = name, Header = name, Type = type, Label = new LocalText("ป้าย " + name, "Label " + name) };
}

[CollectionDefinition(Name)]
public sealed class TableCollection : ICollectionFixture<TableServer>
{
    public const string Name = "tables";
}
