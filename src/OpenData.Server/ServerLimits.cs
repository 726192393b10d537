namespace OpenData.Server;

/// <summary>The numbers of the server, each with its reason.</summary>
public static class ServerLimits
{
    /// <summary>2 GiB: twenty times the largest file seen in Thai catalogs, and little enough for the temp folder of a small machine.</summary>
    public const long UploadBytes = 2L << 30;

    /// <summary>16 MiB for a form or a dictionary: a code list of 100,000 villages takes 10 MiB.</summary>
    public const long DocumentBytes = 16L << 20;

    /// <summary>64 KiB of request line: room for an <c>in</c> list of <see cref="ListValues"/> codes in Thai, percent-encoded.</summary>
    public const int RequestLineBytes = 64 << 10;

    /// <summary>Parameters of one request: more than the columns of the widest table seen, times two bounds each.</summary>
    public const int Parameters = 400;

    /// <summary>Values of one <c>in</c> or <c>nin</c> list, well under the bound parameters that any store takes.</summary>
    public const int ListValues = 500;

    /// <summary>Rows of a page where none are asked for: a screenful and a bit.</summary>
    public const int DefaultRows = 100;

    /// <summary>Rows of a page at most; who wants all of them asks for <c>limit=all</c> and gets one stream.</summary>
    public const int MostRows = 10_000;

    /// <summary>Datasets of a page where none are asked for.</summary>
    public const int DefaultDatasets = 20;

    /// <summary>Datasets of a page at most: each carries its whole form.</summary>
    public const int MostDatasets = 100;

    /// <summary>Rows to pass over at most; 2^53 is also where JSON numbers stop being exact.</summary>
    public const long MostOffset = 1L << 53;

    /// <summary>Bytes of rows gathered before they are flushed to the client: one flush per row would cost a system call each.</summary>
    public const int FlushBytes = 32 << 10;

    /// <summary>Checks that run at once for people without a token; the others wait in line, so that one crowd cannot take every core.</summary>
    public static int ConcurrentChecks => Math.Max(1, Environment.ProcessorCount);

    /// <summary>Characters of a faulty value that an error repeats.</summary>
    public const int ShownValue = 100;

    /// <summary>Characters of a file name that is kept; the limit of common file systems.</summary>
    public const int FileNameLength = 255;

    /// <summary>Errors that one problem lists; who sends more faults than this has sent something else.</summary>
    public const int ProblemErrors = 100;

    /// <summary>Rows that a dataset's page shows.</summary>
    public const int PreviewRows = 10;

    /// <summary>Seconds that the store may take to prove that the server is ready.</summary>
    public const int ReadySeconds = 5;

    /// <summary>32 MiB: the largest original that is read again each time somebody opens its report; above it the report shows no rows.</summary>
    public const long ExcerptBytes = 32L << 20;

    /// <summary>Scores that readers are shown are at most this old: evidence that was just attached shows within the minute.</summary>
    public static readonly TimeSpan ScoresKept = TimeSpan.FromMinutes(1);

    /// <summary>When scores are kept each night, by the clock in Thailand: after the day on which reports are due has ended.</summary>
    public static readonly TimeSpan ScoresKeptAt = TimeSpan.FromMinutes(10);

    /// <summary>Score reports kept for readers, of some 100 kB each: an organization and year more than this starts anew.</summary>
    public const int ScoreReports = 256;

    /// <summary>Wrong passwords in a row after which a name is locked: a forgetful person's tries, and nothing for a program that guesses.</summary>
    public const int SignInFailures = 5;

    /// <summary>How long a name is locked: 480 guesses a day at most.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>How long a refused sign-in takes at least: several times a hash, so that the time tells no name from another.</summary>
    public static readonly TimeSpan SignInFloor = TimeSpan.FromMilliseconds(500);

    /// <summary>A working day and a bit: who comes back tomorrow signs in again.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(10);

    /// <summary>Characters of a password at least (NIST SP 800-63B asks for 8, and 15 where it is all there is; a lock-out is here too).</summary>
    public const int PasswordLength = 10;

    /// <summary>Characters of a password at most: a longer one would only cost time to hash.</summary>
    public const int LongestPassword = 256;

    /// <summary>Days that a token lasts at most: a program is looked at once a year.</summary>
    public const int TokenDays = 366;

    /// <summary>Characters of a reason or a comment: two pages.</summary>
    public const int ReasonLength = 4_000;

    /// <summary>Comments of one return: more than a form has fields.</summary>
    public const int Comments = 200;

    /// <summary>A day: who is told what to mend in a file mends it today, and what was not accepted is not kept.</summary>
    public static readonly TimeSpan GivenKept = TimeSpan.FromDays(1);

    /// <summary>Entries of the audit log on one page: a screenful or three.</summary>
    public const int AuditEntries = 50;

    /// <summary>Resources of one form that a page asks for: thirty times the most seen in one dataset.</summary>
    public const int FormResources = 1_000;

    /// <summary>Inputs of one page: a dictionary of a thousand columns has 20 for each.</summary>
    public const int FormInputs = 24_000;
}
