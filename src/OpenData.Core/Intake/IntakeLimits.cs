namespace OpenData.Intake;

/// <summary>The numbers of Intake, each with its reason.</summary>
public static class IntakeLimits
{
    /// <summary>Bytes read at a time: large enough that hashing one block hides the hand-over to another thread.</summary>
    public const int BlockSize = 1 << 20;

    /// <summary>Characters decoded at a time: small enough that the buffers of a small file are nothing to clear.</summary>
    public const int TextSize = 1 << 15;

    /// <summary>Bytes looked at for a magic number or the first word; every known kind shows itself within them.</summary>
    public const int HeadSize = 4096;

    /// <summary>Offsets of invalid bytes kept; all of them are counted.</summary>
    public const int InvalidOffsets = 100;

    /// <summary>Entries of an archive looked at to tell a workbook from a plain ZIP; a workbook names its parts early.</summary>
    public const int ArchiveEntries = 10_000;

    /// <summary>More control bytes than one in this many make bytes binary: text has none, a damaged text has a few.</summary>
    public const int BinaryShare = 50;
}
