using System.CommandLine;
using OpenData.Cli.Output;
using OpenData.Publishing;

namespace OpenData.Cli.Commands;

/// <summary><c>rollback DATASET RESOURCE RELEASE</c>: an older release answers again, as a new one that repeats its bytes.</summary>
internal sealed class RollbackCommand : ExampledCommand
{
    private readonly Terminal terminal;
    private readonly Argument<string> dataset = new("DATASET");
    private readonly Argument<string> resource = new("RESOURCE");
    private readonly Argument<int> release = new("RELEASE");
    private readonly Option<string> data;
    private readonly Option<string> notes = new("--notes") { HelpName = "TEXT" };

    public RollbackCommand(Terminal terminal)
        : base(
            "rollback",
            terminal.Say("นำรุ่นเก่ากลับมาเผยแพร่เป็นรุ่นใหม่", "Publish an older release again, as a new one."),
            "opendata rollback provinces provinces 1 --notes \"release 2 had the wrong year\"")
    {
        this.terminal = terminal;
        dataset.Description = terminal.Say("ชื่อชุดข้อมูล", "The dataset's name.");
        resource.Description = terminal.Say("คีย์ของทรัพยากร", "The resource's key.");
        release.Description = terminal.Say("รุ่นที่จะนำกลับมา", "The release to bring back.");
        notes.Description = terminal.Say("หมายเหตุ เช่น เหตุผล", "Notes on the new release, such as the reason.");
        data = SharedOptions.Data(terminal);
        Arguments.Add(dataset);
        Arguments.Add(resource);
        Arguments.Add(release);
        Options.Add(data);
        Options.Add(notes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (name, key, number) = (parsed.GetValue(dataset)!, parsed.GetValue(resource)!, parsed.GetValue(release));
        await using var store = Catalog.OpenExisting(parsed.GetValue(data)!, terminal);
        var found = await Catalog.FindResourceAsync(store, name, key, terminal, cancellation);
        await Catalog.FindReleaseAsync(store, found, number, terminal, cancellation);
        var outcome = await new Rollback(store.By(Catalog.User), TimeProvider.System).RunAsync(name, key, number, parsed.GetValue(notes), cancellation);
        switch (outcome)
        {
            case RollbackOutcome.RolledBack done:
                terminal.Line(terminal.Say($"✔ รุ่น {done.Release.Number} เผยแพร่แล้ว ซ้ำรุ่น {number}", $"✔ release {done.Release.Number} is published; it repeats release {number}"));
                return ExitCode.Complies;
            case RollbackOutcome.IsCurrent:
                throw new RefusalException(terminal.Say($"รุ่น {number} ให้บริการอยู่แล้ว", $"release {number} answers already"));
            case RollbackOutcome.IsWithdrawn:
                throw new RefusalException(terminal.Say($"ชุดข้อมูล {name} ถูกถอนแล้ว ต้องผ่านการอนุมัติใหม่", $"the dataset {name} was withdrawn; it comes back by a review alone"));
            case RollbackOutcome.OriginalLost lost:
                throw new RefusalException(terminal.Say(
                    $"ไฟล์ต้นฉบับของรุ่น {number} (SHA-256 {lost.Release.Sha256}) หายหรือไม่ใช่ไฟล์เดิม ตรวจด้วย opendata verify",
                    $"the original of release {number} (SHA-256 {lost.Release.Sha256}) is gone or is another file; run opendata verify"));
            default:
                throw new RefusalException(terminal.Say($"ไม่มี {name}/{key} รุ่น {number} แล้ว", $"{name}/{key} has no release {number} any more"));
        }
    }
}
