using Newtonsoft.Json.Linq;
using OpenData.Server.Rest.Datasets;
using OpenData.Server.Rest.Problems;
using OpenData.Server.Rest.Reviews;

namespace OpenData.Server.Rest.Accounts;

/// <summary>A small JSON object that an admin has sent, of members that are known and of their kinds: what is about rights is never guessed at.</summary>
internal static class SentAccount
{
    private static Problem Malformed => ReviewTexts.Invalid("", "malformed", new("อ่าน JSON ไม่ได้", "The JSON cannot be read."), new("ส่งเป็นออบเจ็กต์ JSON", "Send a JSON object."));

    /// <summary>Reads it from a request's body, an empty one where there is none; or the refusal.</summary>
    public static async Task<(JObject? Sent, Problem? Refusal)> ReadAsync(HttpRequest request, IReadOnlyList<string> members)
    {
        if (SentDocument.IsEmpty(request))
        {
            return ([], null);
        }

        var (text, refusal) = await SentDocument.ReadAsync(request);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        return SentDocument.Object(text!, depth: 8) is not { } json ? (null, Malformed) : Fault(json, "", members) is { } fault ? (null, fault) : (json, null);
    }

    private static Problem? Fault(JObject json, string at, IReadOnlyList<string> members)
    {
        foreach (var member in json.Properties())
        {
            var pointer = $"{at}/{member.Name}";
            var fault = !members.Contains(member.Name) ? Unknown(pointer, member.Name, members)
                : member.Name == "roles" ? OfRoles(member.Value, pointer)
                : Fits(member.Name, member.Value) ? null
                : ReviewTexts.Invalid(pointer, "invalid-value", new($"ค่าของ “{member.Name}” ผิดชนิด", $"“{member.Name}” has a value of the wrong kind."), Wanted(member.Name));
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static Problem? OfRoles(JToken roles, string pointer)
    {
        if (roles is not JArray items || items.Any(r => r is not JObject))
        {
            return ReviewTexts.Invalid(pointer, "invalid-value", new("roles ต้องเป็นรายการของบทบาท", "“roles” is a list of roles."), new("ส่ง [{ \"role\": \"officer\", \"organization\": \"…\" }]", "Send [{ \"role\": \"officer\", \"organization\": \"…\" }]."));
        }

        return items.Select((role, i) => Fault((JObject)role, $"{pointer}/{i}", ["role", "organization"])).FirstOrDefault(f => f is not null);
    }

    private static bool Fits(string name, JToken value) => name switch
    {
        "days" => value is JValue { Value: long },
        "onePersonMayApprove" => value.Type == JTokenType.Boolean,
        "organization" => value.Type == JTokenType.Null || SentReview.Said(value) is not null,
        _ => value.Type == JTokenType.String,
    };

    private static Schemas.LocalText Wanted(string name) => name switch
    {
        "days" => new("ส่งเป็นจำนวนเต็ม", "Send a whole number."),
        "onePersonMayApprove" => new("ส่ง true หรือ false", "Send true or false."),
        "organization" => new("ส่งชื่อย่อของหน่วยงาน หรือ null สำหรับทุกหน่วยงาน", "Send the short name of an organization, or null for all of them."),
        _ => new("ส่งเป็นข้อความ", "Send a text."),
    };

    private static Problem Unknown(string pointer, string name, IReadOnlyList<string> members) => ReviewTexts.Invalid(
        pointer, "unknown-member", new($"ไม่รู้จัก “{ProblemTexts.Shown(name)}”", $"There is no member “{ProblemTexts.Shown(name)}”."), Parameters.ParameterTexts.MayBe(name, members));
}
