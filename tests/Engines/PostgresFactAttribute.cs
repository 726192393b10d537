using Xunit;

namespace OpenData.Tests.Engines;

/// <summary>Runs where a PostgreSQL server is at hand; <c>eng/test</c> starts one.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestStore.Postgres is null ? "no PostgreSQL: set OPENDATA_TEST_POSTGRES, or run eng/test" : null;
}
