using Xunit;

namespace OpenData.Tests.Engines;

/// <summary>Runs where a PostgreSQL server is at hand; <c>eng/test</c> starts one, and another for tests that kill its processes.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute(bool isCrashed = false) => Skip = (isCrashed ? TestStore.Crashed : TestStore.Postgres) is null
        ? $"no PostgreSQL: set OPENDATA_TEST_{(isCrashed ? "CRASHED" : "POSTGRES")}, or run eng/test"
        : null;
}
