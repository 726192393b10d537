using OpenData.Registry.Usage;
using OpenData.Schemas;
using OpenData.Store;

namespace OpenData.Server.Rest.Usage;

/// <summary>What the server says of usage.</summary>
internal static class UsageTexts
{
    public static readonly LocalText ADay = new("วันที่รูปแบบ ปปปป-ดด-วว (ค.ศ.)", "a day as YYYY-MM-DD");
    public static readonly LocalText Days = new($"ช่วงไม่เกิน {ServerLimits.UsageDays} วัน โดย from ไม่อยู่หลัง to", $"a span of {ServerLimits.UsageDays} days at most, from not after to");
    public static readonly LocalText Title = new("สถิติการใช้งาน", "Usage");
    public static readonly LocalText Intro = new(
        "จำนวนคำขอที่ได้รับคำตอบ แยกตามวัน (เวลาไทย) ชุดข้อมูล และช่องทาง ไม่เก็บที่อยู่หรือตัวตนของผู้ใช้ ตัวเลขของวันนี้อาจช้าไม่เกินครึ่งนาที",
        "Requests that were answered, by day (in Thailand), dataset and interface. Nobody's address or identity is kept. Today's numbers are half a minute old at most.");
    public static readonly LocalText From = new("ตั้งแต่", "From");
    public static readonly LocalText To = new("ถึง", "To");
    public static readonly LocalText By = new("แยกตาม", "By");
    public static readonly LocalText ByDay = new("วัน", "Day");
    public static readonly LocalText ByMonth = new("เดือน", "Month");
    public static readonly LocalText Show = new("แสดง", "Show");
    public static readonly LocalText Requests = new("คำขอ", "Requests");
    public static readonly LocalText Sum = new("รวม", "Sum");
    public static readonly LocalText PerPeriod = new("ตามเวลาและช่องทาง", "By time and interface");
    public static readonly LocalText PerDataset = new("ตามชุดข้อมูล", "By dataset");
    public static readonly LocalText Nothing = new("ไม่มีการใช้งานในช่วงนี้", "There was no use in this time.");

    public static LocalText Of(string face) => face switch
    {
        UsageFaces.Page => new("หน้าเว็บ", "Pages"),
        UsageFaces.Download => new("ดาวน์โหลด", "Downloads"),
        UsageFaces.Rest => new("REST", "REST"),
        UsageFaces.GraphQl => new("GraphQL", "GraphQL"),
        UsageFaces.Ckan => new("CKAN", "CKAN"),
        UsageFaces.Dcat => new("DCAT", "DCAT"),
        _ => new("SDMX", "SDMX"),
    };

    public static string Word(UsagePart part) => part.ToString().ToLowerInvariant();
}
