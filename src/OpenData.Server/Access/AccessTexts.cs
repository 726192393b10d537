using OpenData.Schemas;

namespace OpenData.Server.Access;

/// <summary>What the server says about tokens.</summary>
internal static class AccessTexts
{
    public static readonly LocalText WritingIsOff = new(
        $"เซิร์ฟเวอร์นี้ยังไม่ได้ตั้งโทเค็นสำหรับการแก้ไข ให้ผู้ดูแลตั้งตัวแปรสภาพแวดล้อม {ServerOptions.TokenVariable} แล้วเริ่มเซิร์ฟเวอร์ใหม่ จากนั้นส่งหัวข้อ Authorization: Bearer <โทเค็น>",
        $"No write token is configured on this server. Set the environment variable {ServerOptions.TokenVariable} and start the server again, then send Authorization: Bearer <token>.");

    public static readonly LocalText TokenRequired = new(
        "การแก้ไขต้องส่งหัวข้อ Authorization: Bearer <โทเค็น>",
        "Writing needs the header Authorization: Bearer <token>.");

    public static readonly LocalText InvalidToken = new(
        "โทเค็นในหัวข้อ Authorization ไม่ตรงกับของเซิร์ฟเวอร์นี้",
        "The token in the Authorization header is not the one of this server.");
}
