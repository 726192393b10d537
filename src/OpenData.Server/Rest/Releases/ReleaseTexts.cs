using OpenData.Registry;
using OpenData.Schemas;
using OpenData.Server.Rest.Problems;

namespace OpenData.Server.Rest.Releases;

/// <summary>What the server says about releases that cannot be given or brought back.</summary>
internal static class ReleaseTexts
{
    public static Problem AlreadyCurrent(string key, Release release) => new(ProblemKinds.AlreadyCurrent, new LocalText(
        $"รุ่นที่ {release.Number} ของทรัพยากร “{key}” ให้บริการอยู่แล้ว เลือกรุ่นก่อนหน้า",
        $"Release {release.Number} of the resource “{key}” answers already. Choose an older one."));

    public static Problem OriginalLost(Resource resource, Release release) => OriginalLost(resource.Key, release);

    public static Problem OriginalLost(string key, Release release) => new(ProblemKinds.OriginalLost, new LocalText(
        $"ไฟล์ต้นฉบับของรุ่นที่ {release.Number} ของทรัพยากร “{key}” (SHA-256 {release.Sha256}) หายหรือไม่ใช่ไฟล์เดิม ให้ผู้ดูแลตรวจด้วย opendata verify",
        $"The original of release {release.Number} of the resource “{key}” (SHA-256 {release.Sha256}) is gone or is another file. The operator can tell more by opendata verify."));
}
