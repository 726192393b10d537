using Microsoft.AspNetCore.Mvc;
using OpenData.Rules;
using OpenData.Schemas;
using OpenData.Server.Rest.Rules;

namespace OpenData.Server.Web.Pages;

/// <summary>One rule: what it finds, why, and how a file is mended.</summary>
public sealed class RuleModel : CatalogPage
{
    internal override LocalText Heading => new(Rule.Thai.Title, Rule.English.Title);
    internal Rule Rule { get; private set; } = null!;
    internal RuleText Text => Rule.In(Language);

    public IActionResult OnGet(string code)
    {
        if (RuleBook.Find(code) is not { } rule)
        {
            return Refuse(RulePages.Unknown(code));
        }

        Rule = rule;
        return Page();
    }
}
