using OpenData.Schemas;
using OpenData.Server.Rest.OpenApi;
using OpenData.Server.Rest.Parameters;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Accounts;

/// <summary>What the routes of people, of their tokens and of the audit log do.</summary>
internal static class AccountOperations
{
    private static readonly ParameterDescription Name = new("name", ParameterKind.Text, new("ชื่อบัญชี", "The name of an account.")) { Pattern = Slug.Pattern };
    private static readonly ParameterDescription Token = new("id", ParameterKind.Id, new("รหัสของโทเค็น", "The id of a token."));

    public static readonly Operation List = new("listAccounts", OperationTags.Accounts, new("บัญชีผู้ใช้ทั้งหมด", "Every account."), Answer.Json("AccountList"));

    public static readonly Operation Add = new("addAccount", OperationTags.Accounts, new("เพิ่มบัญชี คำตอบมีรหัสผ่านใช้ครั้งเดียว", "Adds an account; the answer has its one-time secret, shown this once."), Answer.Made("NewAccount"))
    {
        Body = SentBody.Json("SentAccount"),
        Refusals = [.. Refusals.Body, ProblemKinds.AlreadyExists, ProblemKinds.UnknownOrganization],
    };

    public static readonly Operation Roles = OnAccount("setRoles", new("กำหนดบทบาทของบัญชี", "Replaces what an account may do."), Answer.Done("Account"), "SentRoles", ProblemKinds.UnknownOrganization);
    public static readonly Operation Reset = OnAccount("resetPassword", new("ให้รหัสผ่านใช้ครั้งเดียวใหม่", "Gives an account a new one-time secret."), Answer.Done("Secret"), "Nothing");
    public static readonly Operation Disable = OnAccount("disableAccount", new("ปิดบัญชี", "Closes an account."), Answer.Done("Account"), "Nothing");
    public static readonly Operation Enable = OnAccount("enableAccount", new("เปิดบัญชีอีกครั้ง", "Opens an account again."), Answer.Done("Account"), "Nothing");
    public static readonly Operation MakeToken = OnAccount("makeToken", new("สร้างโทเค็น ซึ่งแสดงครั้งเดียว", "Makes a token, shown this once."), Answer.Made("NewToken"), "SentToken", ProblemKinds.UnknownOrganization);
    public static readonly Operation Link = OnAccount("linkIdentity", new("ผูกบัญชีกับผู้ให้บริการลงชื่อเข้าใช้", "Links an account to somebody at the provider of sign-in."), Answer.Nothing, "SentIdentity", ProblemKinds.AlreadyExists);

    public static readonly Operation Tokens = new("listTokens", OperationTags.Accounts, new("โทเค็นของบัญชี", "The tokens of an account."), Answer.Json("TokenList")) { Path = [Name], Refusals = [ProblemKinds.NotFound] };
    public static readonly Operation Revoke = new("revokeToken", OperationTags.Accounts, new("เพิกถอนโทเค็น", "Revokes a token."), Answer.Nothing) { Path = [Name, Token], Refusals = [ProblemKinds.NotFound] };

    public static readonly Operation Rule = new("setReviewRule", OperationTags.Accounts, new("ให้คนเดียวส่งและอนุมัติได้หรือไม่", "Says whether one person may both submit and approve at an organization."), Answer.Done("ReviewRule"))
    {
        Path = [SharedParameters.Organization with { Name = "name" }],
        Body = SentBody.Json("SentReviewRule"),
        Refusals = [.. Refusals.Body, ProblemKinds.UnknownOrganization],
    };

    public static readonly Operation Audit = new("readAudit", OperationTags.Accounts, new("บันทึกตรวจสอบ", "The audit log."), new(StatusCodes.Status200OK, new AnswerForm("application/x-ndjson", null), new AnswerForm("text/csv", null)) { HasLinks = true });

    private static Operation OnAccount(string id, LocalText summary, Answer answer, string body, params IReadOnlyList<ProblemKind> refusals) => new(id, OperationTags.Accounts, summary, answer)
    {
        Path = [Name],
        Body = SentBody.Json(body) with { IsRequired = body != "Nothing" },
        Refusals = [.. Refusals.Body, ProblemKinds.NotFound, .. refusals],
    };
}
