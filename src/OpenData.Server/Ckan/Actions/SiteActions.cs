using Newtonsoft.Json.Linq;
using OpenData.Schemas;
using OpenData.Server.Ckan.Packages;
using OpenData.Server.Web;

namespace OpenData.Server.Ckan.Actions;

/// <summary>The actions about the site itself.</summary>
internal static class SiteActions
{
    public static Task<CkanOutcome> ReadAsync(CkanCall call) => Task.FromResult(CkanOutcome.Ok(new JValue(true)));

    public static Task<CkanOutcome> StatusAsync(CkanCall call) => Task.FromResult(CkanOutcome.Ok(new JObject
    {
        ["ckan_version"] = CkanLimits.Version,
        ["error_emails_to"] = null,
        ["extensions"] = new JArray("datastore", "scheming_datasets"),
        ["locale_default"] = "th",
        ["site_description"] = CkanTexts.Description.Th,
        ["site_title"] = "OpenData",
        ["site_url"] = call.Root,
    }));

    public static Task<CkanOutcome> LicensesAsync(CkanCall call) => Task.FromResult(CkanOutcome.Ok(Licenses.List()));

    /// <summary>Who works here is told to nobody, as CKAN does where <c>ckan.auth.public_user_details</c> is off.</summary>
    public static Task<CkanOutcome> UsersAsync(CkanCall call) => Task.FromResult(CkanOutcome.Denied(call.Say(CkanTexts.NoUsers)));

    public static Task<CkanOutcome> HelpAsync(CkanCall call)
    {
        var name = call.Arguments.Required("name");
        if (call.Arguments.HasFaults)
        {
            return Task.FromResult(call.Arguments.Refusal);
        }

        return Task.FromResult(ActionList.Find(name) is { } action ? CkanOutcome.Ok(new JValue(call.Say(action.Help))) : CkanOutcome.NotFound("Action function not found"));
    }

    /// <summary><c>datastore_search_sql</c>: off, as in CKAN unless somebody turns it on; it says what does the same.</summary>
    public static Task<CkanOutcome> SqlAsync(CkanCall call) => Task.FromResult(CkanOutcome.Denied(call.Say(CkanTexts.NoSql(call.Root))));
}
