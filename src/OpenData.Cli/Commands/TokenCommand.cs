using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenData.Cli.Output;
using OpenData.Registry.Access;
using OpenData.Server;
using OpenData.Store;

namespace OpenData.Cli.Commands;

/// <summary><c>token create|list|revoke</c>: tokens by which programs act in one role.</summary>
internal sealed class TokenCommand : ExampledCommand
{
    public TokenCommand(Terminal terminal)
        : base(
            "token",
            terminal.Say("สร้าง แสดง และเพิกถอนโทเค็นของโปรแกรม", "Make, list and revoke tokens of programs."),
            "opendata token create --role officer --organization interior --label \"nightly upload\" --expires 2026-12-31",
            "opendata token list",
            "opendata token revoke 0197a3c2-6b1e-7c55-9d0f-3c2b1a0f9e8d")
    {
        Subcommands.Add(new Create(terminal));
        Subcommands.Add(new ListAll(terminal));
        Subcommands.Add(new Revoke(terminal));
    }

    /// <summary>The token alone goes to standard output, so that it can be piped to where it is kept.</summary>
    private sealed class Create : ExampledCommand
    {
        private readonly Terminal terminal;
        private readonly Option<string> data;
        private readonly Option<string> role = new("--role") { HelpName = "ROLE", Required = true };
        private readonly Option<string?> organization = new("--organization") { HelpName = "O" };
        private readonly Option<string?> account = new("--account") { HelpName = "NAME" };
        private readonly Option<string?> label = new("--label") { HelpName = "TEXT" };
        private readonly Option<string?> expires = new("--expires") { HelpName = "YYYY-MM-DD" };

        public Create(Terminal terminal)
            : base(
                "create",
                terminal.Say("สร้างโทเค็น พิมพ์ครั้งเดียวทางเอาต์พุตมาตรฐาน", "Make a token, printed this once, alone on standard output."),
                "opendata token create --role officer --organization interior --expires 2026-12-31 > token",
                "opendata token create --role auditor")
        {
            this.terminal = terminal;
            data = SharedOptions.Data(terminal);
            role.Description = terminal.Say("บทบาท: officer, approver, auditor หรือ admin", "The role: officer, approver, auditor or admin.");
            role.AcceptOnlyFromAmong("officer", "approver", "auditor", "admin");
            organization.Description = terminal.Say("หน่วยงาน สำหรับ officer และ approver", "The organization, for an officer or approver.");
            account.Description = terminal.Say("บัญชีเจ้าของ (ถ้าไม่ระบุ สร้างบัญชีของโปรแกรม)", "Whose token it is (default: an account for programs).");
            label.Description = terminal.Say("ใช้ทำอะไร", "What it is for.");
            expires.Description = terminal.Say($"วันที่หมดอายุ (ค.ศ.; ถ้าไม่ระบุ {CliDefaults.TokenDays} วัน)", $"The day on which it expires (C.E.; default: in {CliDefaults.TokenDays} days).");
            foreach (var option in new Option[] { data, role, organization, account, label, expires })
            {
                Options.Add(option);
            }

            SetAction(RunAsync);
        }

        private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
            var grant = new Grant(Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true), parsed.GetValue(organization));
            var (token, kept, refusal) = await Tokens(store).CreateAsync(grant, parsed.GetValue(account), parsed.GetValue(label) ?? "cli", Until(parsed.GetValue(expires)), cancellation);
            if (refusal is { } reason)
            {
                throw new RefusalException(reason.In(terminal.Language));
            }

            terminal.Note(terminal.Say($"โทเค็น {kept!.Id} ใช้ได้ถึง {Time(kept.Expires)} แสดงครั้งเดียว", $"token {kept.Id} works until {Time(kept.Expires)}; it is shown this once"));
            terminal.Line(token!);
            return ExitCode.Complies;
        }

        private DateOnly Until(string? text) => text is null ? DateOnly.FromDateTime(DateTime.UtcNow).AddDays(CliDefaults.TokenDays)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new RefusalException(terminal.Say($"--expires {text} ไม่ใช่วันที่ เขียนเป็น ค.ศ. เช่น 2026-12-31", $"--expires {text} is no day; write it in C.E., such as 2026-12-31"));
    }

    private sealed class ListAll : ExampledCommand
    {
        private readonly Terminal terminal;
        private readonly Option<string> data;
        private readonly Option<string> format = new("--format") { DefaultValueFactory = _ => "text" };

        public ListAll(Terminal terminal)
            : base("list", terminal.Say("แสดงโทเค็นทั้งหมด ไม่แสดงตัวโทเค็น", "List the tokens, never the tokens themselves."), "opendata token list", "opendata token list --format json")
        {
            this.terminal = terminal;
            data = SharedOptions.Data(terminal);
            format.Description = terminal.Say("รูปแบบ", "The format.");
            format.AcceptOnlyFromAmong("text", "json");
            Options.Add(data);
            Options.Add(format);
            SetAction(RunAsync);
        }

        private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
            var all = await Tokens(store).ListAsync(cancellation);
            if (parsed.GetValue(format) == "json")
            {
                terminal.Line(JsonSerializer.Serialize(all.Select(t => new { id = t.Token.Id, account = t.Account, role = Word(t.Token.Grant), organization = t.Token.Grant.Organization, label = t.Token.Label, created = t.Token.Created, expires = t.Token.Expires, revoked = t.Token.Revoked })));
                return ExitCode.Complies;
            }

            foreach (var (name, token) in all)
            {
                var state = token.Revoked is { } revoked ? terminal.Say($"เพิกถอนเมื่อ {Time(revoked)}", $"revoked {Time(revoked)}")
                    : token.Expires <= TimeProvider.System.GetUtcNow() ? terminal.Say($"หมดอายุเมื่อ {Time(token.Expires)}", $"expired {Time(token.Expires)}")
                    : terminal.Say($"ใช้ได้ถึง {Time(token.Expires)}", $"until {Time(token.Expires)}");
                terminal.Line($"{token.Id}  {name}  {Word(token.Grant)}{(token.Grant.Organization is { } o ? " " + o : "")}  “{token.Label}”  {state}");
            }

            if (all.Count == 0)
            {
                terminal.Note(terminal.Say("ยังไม่มีโทเค็น", "there is no token"));
            }

            return ExitCode.Complies;
        }

        private static string Word(Grant grant) => grant.Role.ToString().ToLowerInvariant();
    }

    private sealed class Revoke : ExampledCommand
    {
        private readonly Terminal terminal;
        private readonly Option<string> data;
        private readonly Argument<Guid> id = new("ID");

        public Revoke(Terminal terminal)
            : base("revoke", terminal.Say("เพิกถอนโทเค็น มีผลทันที", "Revoke a token, from now on."), "opendata token revoke 0197a3c2-6b1e-7c55-9d0f-3c2b1a0f9e8d")
        {
            this.terminal = terminal;
            data = SharedOptions.Data(terminal);
            id.Description = terminal.Say("รหัสของโทเค็น ดูจาก opendata token list", "The token's id; see opendata token list.");
            Arguments.Add(id);
            Options.Add(data);
            SetAction(RunAsync);
        }

        private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
            var asked = parsed.GetValue(id);
            if (!await Tokens(store).RevokeAsync(asked, cancellation))
            {
                throw new RefusalException(terminal.Say($"ไม่มีโทเค็น {asked} ดูจาก opendata token list", $"there is no token {asked}; see opendata token list"));
            }

            terminal.Note(terminal.Say($"เพิกถอนโทเค็น {asked} แล้ว", $"the token {asked} is revoked"));
            return ExitCode.Complies;
        }
    }

    private static ProgramTokens Tokens(IDataStore store) => new(store.By(Catalog.User), TimeProvider.System);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
