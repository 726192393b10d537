using System.Globalization;
using OpenData.Registry;
using OpenData.Registry.Access;
using OpenData.Registry.Review;
using OpenData.Schemas;
using OpenData.Server.Access;
using OpenData.Server.Web.Forms;

namespace OpenData.Server.Web;

/// <summary>What somebody is to do next with a dataset.</summary>
/// <param name="Text">What to do.</param>
/// <param name="Address">Where, or null for what is on the same page.</param>
/// <param name="Link">What the link says.</param>
internal sealed record NextStep(LocalText Text, string? Address, LocalText Link)
{
    /// <summary>The next step of the caller; null where there is nothing for them to do or to wait for.</summary>
    public static NextStep? Of(Dataset dataset, IReadOnlyList<GateReason> reasons, Caller caller)
    {
        bool May(DatasetAction action) => caller.May(action, dataset) == Permit.Allowed;
        return dataset.WorkState switch
        {
            DatasetState.Submitted => Here(May(DatasetAction.Approve) ? NextTexts.Decide : NextTexts.WaitForApproval),
            DatasetState.Approved when reasons.Count > 0 => Here(NextTexts.Mend),
            DatasetState.Approved => Here(May(DatasetAction.Publish) ? NextTexts.Publish : NextTexts.WaitForPublishing),
            DatasetState.Published => new NextStep(NextTexts.LookAtIt, "/datasets/" + dataset.Name, NextTexts.ToPage),
            DatasetState.Withdrawn => null,
            _ => May(DatasetAction.Submit) ? OfDraft(dataset, reasons) : null,
        };
    }

    /// <summary>Where what a reason tells of is mended.</summary>
    public static string Place(Dataset dataset, GateReason reason)
    {
        var at = reason.Where.TrimStart('/').Split('/');
        var form = $"/datasets/{dataset.Name}/edit";
        if (at[0] != "resources")
        {
            return $"{form}#{SheetPage.Id(at[0])}-field";
        }

        var resources = dataset.WorkForm.ResourceForms;
        return at.Length > 1 && int.TryParse(at[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < resources.Count
            ? $"/datasets/{dataset.Name}/{resources[index].Key}/{(reason.Code == "no-dictionary" ? "dictionary" : "file")}"
            : form + "#group-resources";
    }

    private static NextStep OfDraft(Dataset dataset, IReadOnlyList<GateReason> reasons)
    {
        var missing = reasons.Count(r => r.Code == "missing-item");
        if (dataset.WorkState == DatasetState.Returned && missing == 0)
        {
            return new NextStep(NextTexts.AnswerComments, $"/datasets/{dataset.Name}/edit", NextTexts.ToForm);
        }

        return missing > 0 ? new NextStep(SheetPage.Filled(NextTexts.FillForm, missing), $"/datasets/{dataset.Name}/edit", NextTexts.ToForm)
            : reasons.Count == 0 ? Here(NextTexts.Submit)
            : OfReason(dataset, reasons[0]);
    }

    private static NextStep OfReason(Dataset dataset, GateReason reason) => reason.Code switch
    {
        "no-resource" => new NextStep(NextTexts.AddResource, Place(dataset, reason), NextTexts.ToForm),
        "no-dictionary" => new NextStep(SheetPage.Filled(NextTexts.Describe, Key(dataset, reason)), Place(dataset, reason).Replace("/dictionary", "/file", StringComparison.Ordinal), NextTexts.ToFile),
        "no-file" or "file-outdated" or "does-not-comply" => new NextStep(SheetPage.Filled(NextTexts.GiveFile, Key(dataset, reason)), Place(dataset, reason), NextTexts.ToFile),
        _ => Here(NextTexts.Mend),
    };

    private static string Key(Dataset dataset, GateReason reason) => Place(dataset, reason).Split('/')[^2];

    private static NextStep Here(LocalText text) => new(text, null, LocalText.Empty);
}
