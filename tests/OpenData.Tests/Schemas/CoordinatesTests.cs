using OpenData.Schemas;

namespace OpenData.Tests.Schemas;

public sealed class CoordinatesTests
{
    [Theory]
    [InlineData("id,latitude,longitude", 1, 2)]
    [InlineData("LAT,LON", 0, 1)]
    [InlineData("lng,x,lat", 2, 0)]
    [InlineData("station_lat,office_lat,office_long", 1, 2)]
    [InlineData("stationLatitude,stationLongitude", 0, 1)]
    [InlineData("lat_dd,long_dd", 0, 1)]
    [InlineData("flat,salon", -1, -1)]
    [InlineData("lat,other_lon", -1, -1)]
    [InlineData("latitude", -1, -1)]
    public void They_are_two_columns_whose_names_differ_in_that_word_alone(string names, int latitude, int longitude)
    {
        Of([.. names.Split(',').Select(n => Column(n))]).Should().Be(latitude < 0 ? null : new Coordinates(latitude, longitude));
    }

    [Fact]
    public void Headers_and_labels_tell_where_names_do_not()
    {
        Of(Column("y", header: "ละติจูด"), Column("x", label: new("พิกัดลองจิจูด", null))).Should().Be(new Coordinates(0, 1));
        Of(Column("y", label: new(null, "Latitude")), Column("x", label: new(null, "Longitude"))).Should().Be(new Coordinates(0, 1));
    }

    [Fact]
    public void Texts_and_metres_are_no_degrees()
    {
        Of(Column("lat", ColumnType.Text), Column("lon")).Should().BeNull();
        Of(Column("lat", unit: "metre"), Column("lon", unit: "metre")).Should().BeNull();
        Of(Column("lat", unit: "degrees"), Column("lon", unit: "°")).Should().Be(new Coordinates(0, 1));
    }

    private static Coordinates? Of(params DictionaryColumn[] columns) => Coordinates.Of(new DataDictionary { Columns = columns, Sha256 = "" });

    private static DictionaryColumn Column(string name, ColumnType type = ColumnType.Number, string? header = null, LocalText? label = null, string? unit = null) =>
        new() { Name = name, Header = header ?? name, Type = type, Label = label ?? LocalText.Empty, Unit = new LocalText(unit, unit) };
}
