using Microsoft.OpenApi;

namespace OpenData.Server.Rest.OpenApi;

/// <summary>People and their tokens.</summary>
internal static class AccountShapes
{
    private static readonly string[] Roles = ["officer", "approver", "auditor", "admin"];

    public static readonly IReadOnlyList<NamedShape> All =
    [
        new("Account", new("บัญชีผู้ใช้", "An account."), () => Shape.Object(Account)),
        new("AccountList", new("บัญชีผู้ใช้ทั้งหมด", "The accounts."), () => Shape.Page("Account")),
        new("NewAccount", new("บัญชีใหม่และรหัสผ่านใช้ครั้งเดียว", "A new account, with its one-time secret."), () => Shape.Object([.. Account, ("secret", Shape.Text)])),
        new("Secret", new("รหัสผ่านใช้ครั้งเดียว", "A one-time secret."), () => Shape.Object(("secret", Shape.Text))),
        new("Grant", new("บทบาทที่หน่วยงาน หรือทุกหน่วยงาน", "A role at an organization, or at all of them."), () => Shape.Object(("role", Shape.OneOf(Roles)), ("organization", Shape.OrNull(Shape.Text)))),
        new("SentGrant", new("บทบาทที่หน่วยงาน หรือทุกหน่วยงาน", "A role at an organization, or at all of them."), () => Shape.Object(("role", Shape.OneOf(Roles)), ("organization?", Shape.OrNull(Shape.Slugged)))),
        new("SentAccount", new("บัญชีที่จะเพิ่ม", "An account to be added."), () => Shape.Object(("name", Shape.Slugged), ("display?", Shape.Text), ("roles?", Shape.List(Shape.Of("SentGrant"))))),
        new("SentRoles", new("บทบาททั้งหมดของบัญชี", "All roles of an account."), () => Shape.Object(("roles", Shape.List(Shape.Of("SentGrant"))))),
        new("Token", new("โทเค็น โดยไม่มีตัวโทเค็น", "A token, without its secret."), () => Shape.Object(Token)),
        new("TokenList", new("โทเค็นของบัญชี", "The tokens of an account."), () => Shape.Page("Token")),
        new("NewToken", new("โทเค็นใหม่ ซึ่งแสดงครั้งเดียว", "A new token, shown this once."), () => Shape.Object([.. Token, ("token", Shape.Text)])),
        new("SentToken", new("โทเค็นที่จะสร้าง", "A token to be made."), () => Shape.Object(
            ("label", Shape.Words(ServerLimits.ReasonLength)), ("role", Shape.OneOf(Roles)), ("organization?", Shape.OrNull(Shape.Slugged)), ("days", Shape.Whole(1, ServerLimits.TokenDays)))),
        new("SentIdentity", new("ผู้ใช้ของผู้ให้บริการ", "Somebody at the provider."), () => Shape.Object(("subject", Shape.Words(255)))),
        new("ReviewRule", new("กฎการพิจารณาของหน่วยงาน", "The rule of an organization's reviews."), () => Shape.Object(("name", Shape.Text), ("onePersonMayApprove", Shape.Flag))),
        new("SentReviewRule", new("กฎการพิจารณาของหน่วยงาน", "The rule of an organization's reviews."), () => Shape.Object(("onePersonMayApprove", Shape.Flag))),
    ];

    private static IReadOnlyList<(string, IOpenApiSchema)> Account =>
        [("name", Shape.Slugged), ("display", Shape.Text), ("disabled", Shape.Flag), ("mustChangePassword", Shape.Flag), ("roles", Shape.List(Shape.Of("Grant")))];

    private static IReadOnlyList<(string, IOpenApiSchema)> Token =>
        [("id", Shape.Id), ("label", Shape.Text), ("role", Shape.OneOf(Roles)), ("organization", Shape.OrNull(Shape.Text)), ("created", Shape.Time), ("expires", Shape.Time), ("revoked", Shape.OrNull(Shape.Time))];
}
