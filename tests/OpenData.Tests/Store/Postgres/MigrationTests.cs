using OpenData.Store.Registry;

namespace OpenData.Tests.Store.Postgres;

[Trait("Engine", "PostgreSQL")]
public sealed class MigrationTests
{
    [Fact]
    public void What_changes_the_registry_of_one_engine_changes_that_of_the_other()
    {
        // 003, 011 and 012 make what SQLite keeps in files of their own.
        Migrations.Known("postgres").Where(m => m.Number is not (3 or 11 or 12)).Select(m => m.Name).Should().Equal(Migrations.Known("sqlite").Select(m => m.Name));
    }
}
