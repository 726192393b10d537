using OpenData.Reports;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Releases;

namespace OpenData.Server.Rest.Rules;

/// <summary>The rule book for programs.</summary>
internal static class RuleRoutes
{
    /// <summary>Made once: the book does not change while the program runs.</summary>
    private static readonly byte[] Book = RuleBookJson.Write();

    private static readonly string Identity = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Book));

    public static void MapRules(this IEndpointRouteBuilder api) =>
        api.MapRead("/rules", (HttpContext context) => Validators.IsKnown(context, Identity)
            ? Results.Empty
            : TypedResults.Bytes(Book, "application/json; charset=utf-8")).Takes().Tells(ReleaseOperations.Rules);
}

/// <summary>Where the pages of the rules are.</summary>
internal static class RulePages
{
    /// <summary>What comes before a code in the address of its page.</summary>
    public static string Prefix(HttpRequest request) => request.PathBase + "/rules/";

    public static Problem Unknown(string code) => new(ProblemKinds.UnknownRule, new LocalText(
        $"ไม่มีกฎ “{ProblemTexts.Shown(code)}” ดูทั้งหมดที่ /rules",
        $"There is no rule “{ProblemTexts.Shown(code)}”. See /rules for those there are."));
}
