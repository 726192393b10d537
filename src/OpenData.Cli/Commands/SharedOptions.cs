using System.CommandLine;
using OpenData.Cli.Output;

namespace OpenData.Cli.Commands;

/// <summary>Options that mean the same in several commands.</summary>
internal static class SharedOptions
{
    public static Option<string> Data(Terminal terminal) => new("--data")
    {
        Description = terminal.Say("โฟลเดอร์เก็บข้อมูลของแค็ตตาล็อก หรือ postgres://ผู้ใช้@เครื่อง/ฐานข้อมูล", "The folder that the catalog is kept in, or postgres://user@host/database."),
        HelpName = "DIR",
        DefaultValueFactory = _ => CliDefaults.DataFolder,
    };

    public static Option<string> Urls(Terminal terminal) => new("--urls")
    {
        Description = terminal.Say("ที่อยู่ที่จะเปิดรับ คั่นด้วย ;", "Addresses to listen on, separated by semicolons."),
        HelpName = "U",
        DefaultValueFactory = _ => CliDefaults.Urls,
    };
}
