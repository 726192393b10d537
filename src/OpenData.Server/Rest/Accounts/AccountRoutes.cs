using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenData.Registry.Access;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;
using OpenData.Store;

namespace OpenData.Server.Rest.Accounts;

/// <summary>People, their tokens and the organizations' rules: an admin's, by JSON.</summary>
internal static class AccountRoutes
{
    private delegate Task<IResult> Do(Account account, JObject sent, AccountDesk desk, IDataStore store, HttpContext context);

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapRead("/accounts", ListAsync).NeedsAdmin().Takes();
        api.MapPost("/accounts", AddAsync).NeedsAdmin().Takes();
        Map(api, HttpMethods.Put, "roles", RolesAsync);
        Map(api, HttpMethods.Post, "reset", async (account, _, desk, _, context) => new JsonBody(new JObject { ["secret"] = await desk.ResetAsync(account, context.RequestAborted) }));
        Map(api, HttpMethods.Post, "disable", (account, _, desk, _, context) => DisableAsync(account, true, desk, context));
        Map(api, HttpMethods.Post, "enable", (account, _, desk, _, context) => DisableAsync(account, false, desk, context));
        Map(api, HttpMethods.Post, "tokens", TokenAsync);
        Map(api, HttpMethods.Put, "identity", async (account, sent, desk, _, context) =>
            await desk.LinkAsync(account, SentReview.Said(sent["subject"]) ?? "", context.RequestAborted) ?? (IResult)TypedResults.NoContent());
        api.MapRead("/accounts/{name}/tokens", TokensAsync).NeedsAdmin().Takes();
        api.MapDelete("/accounts/{name}/tokens/{id:guid}", RevokeAsync).NeedsAdmin().Takes();
        api.MapPut("/organizations/{name}/review", RuleAsync).NeedsAdmin().Takes();
    }

    private static void Map(IEndpointRouteBuilder api, string method, string part, Do act) =>
        api.MapMethods("/accounts/{name}/" + part, [method], async (HttpContext context, string name, AccountDesk desk, IDataStore store) =>
        {
            var (sent, refusal) = await ReadAsync(context.Request);
            if (refusal is not null)
            {
                return refusal;
            }

            return await store.Accounts.FindAsync(name, context.RequestAborted) is { } account ? await act(account, sent!, desk.By(context.Caller().Logged), store, context) : AccessTexts.UnknownAccount(name);
        }).NeedsAdmin().Takes();

    private static async Task<IResult> ListAsync(HttpContext context, IDataStore store)
    {
        var accounts = await store.Accounts.ListAsync(context.RequestAborted);
        return new JsonBody(new JObject { ["items"] = new JArray(accounts.Select(Of)), ["total"] = accounts.Count, ["next"] = null });
    }

    private static async Task<IResult> AddAsync(HttpContext context, AccountDesk desk, IDataStore store)
    {
        var (sent, refusal) = await ReadAsync(context.Request);
        var (grants, faulty) = refusal is null ? Grants(sent!) : ([], refusal);
        if (faulty is not null)
        {
            return faulty;
        }

        var name = SentReview.Said(sent!["name"]) ?? "";
        var (secret, refused) = await desk.By(context.Caller().Logged).AddAsync(name, SentReview.Said(sent["display"]) ?? "", grants, context.RequestAborted);
        if (refused is not null)
        {
            return refused;
        }

        var added = Of((await store.Accounts.FindAsync(name.ToLowerInvariant(), context.RequestAborted))!);
        added["secret"] = secret;
        return new JsonBody(added, StatusCodes.Status201Created);
    }

    private static async Task<IResult> RolesAsync(Account account, JObject sent, AccountDesk desk, IDataStore store, HttpContext context)
    {
        var (grants, fault) = Grants(sent);
        return fault ?? await desk.GrantAsync(account, grants, context.RequestAborted) ?? (IResult)new JsonBody(Of(account with { Grants = grants }));
    }

    private static async Task<IResult> DisableAsync(Account account, bool disabled, AccountDesk desk, HttpContext context)
    {
        await desk.SetDisabledAsync(account, disabled, context.RequestAborted);
        return new JsonBody(Of(account with { IsDisabled = disabled }));
    }

    private static async Task<IResult> TokenAsync(Account account, JObject sent, AccountDesk desk, IDataStore store, HttpContext context)
    {
        var days = sent["days"] is JValue { Value: long given and > 0 and < int.MaxValue } ? (int)given : 0;
        if (Grant(sent) is not { } grant)
        {
            return BadRole("/role");
        }

        var (token, kept, refusal) = await desk.MakeTokenAsync(account, SentReview.Said(sent["label"]) ?? "", grant, days, context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        var json = Of(kept!);
        json["token"] = token;
        return new JsonBody(json, StatusCodes.Status201Created);
    }

    private static async Task<IResult> TokensAsync(HttpContext context, string name, IDataStore store)
    {
        if (await store.Accounts.FindAsync(name, context.RequestAborted) is not { } account)
        {
            return AccessTexts.UnknownAccount(name);
        }

        var tokens = await store.Accounts.ListTokensAsync(account.Id, context.RequestAborted);
        return new JsonBody(new JObject { ["items"] = new JArray(tokens.Select(Of)), ["total"] = tokens.Count, ["next"] = null });
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, string name, Guid id, AccountDesk desk, IDataStore store)
    {
        if (await store.Accounts.FindAsync(name, context.RequestAborted) is not { } account)
        {
            return AccessTexts.UnknownAccount(name);
        }

        return await desk.By(context.Caller().Logged).RevokeTokenAsync(account, id, context.RequestAborted) ? TypedResults.NoContent() : AccessTexts.UnknownToken;
    }

    private static async Task<IResult> RuleAsync(HttpContext context, string name, IDataStore store)
    {
        var (sent, refusal) = await ReadAsync(context.Request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await store.Registry.FindOrganizationAsync(name, context.RequestAborted) is null)
        {
            return CatalogTexts.UnknownOrganization(name);
        }

        if (sent!["onePersonMayApprove"] is not JValue { Value: bool allowed })
        {
            return ReviewTexts.Needed("/onePersonMayApprove", new LocalText("ต้องระบุ onePersonMayApprove เป็น true หรือ false", "Give onePersonMayApprove as true or false."));
        }

        await store.By(context.Caller().Logged).Reviews.AllowOnePersonAsync(name, allowed, context.RequestAborted);
        return new JsonBody(new JObject { ["name"] = name, ["onePersonMayApprove"] = allowed });
    }

    private static async Task<(JObject? Sent, Problem? Refusal)> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0)
        {
            return ([], null);
        }

        var (text, refusal) = await SentDocument.ReadAsync(request);
        try
        {
            return refusal is null ? (JObject.Parse(text!), null) : (null, refusal);
        }
        catch (JsonReaderException)
        {
            return (null, ReviewTexts.Invalid("", "malformed", new LocalText("อ่าน JSON ไม่ได้", "The JSON cannot be read."), new LocalText("ส่งเป็นออบเจ็กต์ JSON", "Send a JSON object.")));
        }
    }

    private static (IReadOnlyList<Grant> Grants, Problem? Fault) Grants(JObject sent)
    {
        var grants = (sent["roles"] as JArray ?? []).Select(r => r is JObject role ? Grant(role) : null).ToList();
        var faulty = grants.IndexOf(null);
        return faulty < 0 ? ([.. grants.OfType<Grant>()], null) : ([], BadRole($"/roles/{faulty}"));
    }

    private static Grant? Grant(JObject json) => RoleOf(SentReview.Said(json["role"])) is { } role ? new Grant(role, SentReview.Said(json["organization"])) : null;

    /// <summary>The role called so, or null; anonymous is nobody's role.</summary>
    internal static Role? RoleOf(string? name) => name switch
    {
        "officer" => Role.Officer,
        "approver" => Role.Approver,
        "auditor" => Role.Auditor,
        "admin" => Role.Admin,
        _ => null,
    };

    private static Problem BadRole(string pointer) => ReviewTexts.Invalid(
        pointer,
        "unknown-role",
        new LocalText("ไม่รู้จักบทบาท", "There is no such role."),
        new LocalText("ใช้ officer, approver, auditor หรือ admin", "Use officer, approver, auditor or admin."));

    private static JObject Of(Account account) => new()
    {
        ["name"] = account.Name,
        ["display"] = account.Display,
        ["disabled"] = account.IsDisabled,
        ["mustChangePassword"] = account.MustChange,
        ["roles"] = new JArray(account.Grants.Select(g => new JObject { ["role"] = g.Role.ToString().ToLower(CultureInfo.InvariantCulture), ["organization"] = g.Organization })),
    };

    private static JObject Of(ApiToken token) => new()
    {
        ["id"] = token.Id.ToString(),
        ["label"] = token.Label,
        ["role"] = token.Grant.Role.ToString().ToLower(CultureInfo.InvariantCulture),
        ["organization"] = token.Grant.Organization,
        ["created"] = DatasetJson.Time(token.Created),
        ["expires"] = DatasetJson.Time(token.Expires),
        ["revoked"] = token.Revoked is { } revoked ? DatasetJson.Time(revoked) : null,
    };
}
