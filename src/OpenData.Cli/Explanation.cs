using OpenData.Cli.Output;

namespace OpenData.Cli;

/// <summary>Says in one line why a run ended early; a stack trace helps nobody at a prompt.</summary>
internal static class Explanation
{
    public static string Of(Exception exception, Terminal terminal) => exception switch
    {
        RefusalException refusal => refusal.Message,
        FileNotFoundException { FileName: { } file } => terminal.Say($"ไม่พบไฟล์ {file}", $"no such file: {file}"),
        FileNotFoundException or DirectoryNotFoundException => terminal.Say($"ไม่พบไฟล์หรือโฟลเดอร์: {exception.Message}", $"not found: {exception.Message}"),
        UnauthorizedAccessException => terminal.Say($"ไม่มีสิทธิ์: {exception.Message}", $"no permission: {exception.Message}"),
        IOException => terminal.Say($"อ่านหรือเขียนไม่ได้: {exception.Message}", $"cannot read or write: {exception.Message}"),
        NotSupportedException => exception.Message,
        _ => terminal.Say(
            $"ข้อผิดพลาดภายในโปรแกรม ({exception.GetType().Name}): {exception.Message} โปรดแจ้งผู้พัฒนา",
            $"internal error ({exception.GetType().Name}): {exception.Message} Please report it."),
    };
}
