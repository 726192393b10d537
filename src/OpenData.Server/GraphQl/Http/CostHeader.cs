using System.Globalization;
using OpenData.GraphQL.Execution;

namespace OpenData.Server.GraphQl.Http;

/// <summary><c>GraphQL-Cost: report</c> asks what an operation costs; the answer's header says it beside the most there may be.</summary>
internal static class CostHeader
{
    public const string Name = "GraphQL-Cost";

    /// <summary>Sets it where it was asked for and the operation came so far.</summary>
    public static void Set(HttpContext context, PreparedOperation operation)
    {
        if (operation.Cost is { } cost && context.Request.Headers[Name].ToString().Equals("report", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers[Name] = string.Create(CultureInfo.InvariantCulture, $"{cost};maximum={GraphQlServerLimits.Engine.MaxCost}");
        }
    }
}
