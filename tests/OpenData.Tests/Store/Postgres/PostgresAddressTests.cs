using OpenData.Store;
using OpenData.Store.Postgres;

namespace OpenData.Tests.Store.Postgres;

[Trait("Engine", "PostgreSQL")]
public sealed class PostgresAddressTests
{
    [Fact]
    public void An_address_names_user_password_hosts_and_database_as_libpq_has_it()
    {
        var address = PostgresAddress.Parse("postgres://oak:p%40ss%2Fword@first:5433,second/open%20data?sslmode=verify-full&originals=/srv/originals&target_session_attrs=any");

        var settings = new Npgsql.NpgsqlConnectionStringBuilder(address.ConnectionString);
        (settings.Username, settings.Password, settings.Host, settings.Database, settings.SslMode).Should().Be(("oak", "p@ss/word", "first:5433,second", "open data", Npgsql.SslMode.VerifyFull));
        (address.HasReplicas, address.Originals).Should().Be((true, "/srv/originals"));
        address.Shown.Should().Be("postgres://oak@first:5433,second/open data");
    }

    [Theory]
    [InlineData("postgres://u:secret@h/db?nonsense=secret", "*nonsense*")]
    [InlineData("postgres:///db", "*names no host*")]
    public void What_is_wrong_with_an_address_is_told_without_its_password(string url, string message)
    {
        var parse = () => PostgresAddress.Parse(url);

        parse.Should().Throw<ArgumentException>().WithMessage(message).And.Message.Should().NotContain("secret");
    }

    [Theory]
    [InlineData("postgres://u:secret@h:5432/db?x=1", "postgres://u@h:5432/db?x=1")]
    [InlineData("postgres://u:se:c@ret@h/db", "postgres://u@h/db")]
    [InlineData("postgres://u@h/db", "postgres://u@h/db")]
    [InlineData("/srv/data", "/srv/data")]
    public void An_address_is_shown_without_its_password(string data, string shown) => DataStores.Shown(data).Should().Be(shown);

    [Fact]
    public void A_server_that_does_not_answer_is_told_in_both_languages_and_the_password_is_not()
    {
        // Port 1 of this machine: nobody listens there.
        var open = () => DataStores.Open("postgres://u:secret@127.0.0.1:1/db?connect_timeout=2", TimeProvider.System, Guid.NewGuid);

        var told = open.Should().Throw<InvalidOperationException>().Which.ToString();
        told.Should().Contain("เชื่อมต่อ postgres://u@127.0.0.1:1/db ไม่ได้").And.Contain("Cannot connect to postgres://u@127.0.0.1:1/db").And.NotContain("secret");
    }
}
