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

    /// <summary>256 KiB of an answer that wait for its reader: a page of a search is written whole, and its worker is free for the next.</summary>
    public const int ResponseBufferBytes = 256 << 10;

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

    /// <summary>128 KiB, which a page of a search with twenty datasets and all facets takes at most, mostly.</summary>
    public const int SearchBodyBytes = 128 << 10;

    /// <summary>Searches at one time, two for each processor: while one waits for the store another is worked at.</summary>
    public static int SearchesAtOnce => 2 * Environment.ProcessorCount;

    /// <summary>32 MiB of pages of searches as they are sent: some hundred of twenty datasets each.</summary>
    public const long KeptWrittenBytes = 32L << 20;

    /// <summary>256 MiB of what CKAN's queries look at, some 20 kB of each dataset; with less than all of them each such query would read the rest anew.</summary>
    public const long KeptFactBytes = 256L << 20;

    /// <summary>192 MiB of datasets as JSON and of their texts, kept for searches: some eighteen thousand of 11 kB; each that is not kept costs about a millisecond.</summary>
    public const long KeptItemBytes = 192L << 20;

    /// <summary>48 MiB of datasets as the plain JSON of DCAT-US: twenty thousand and more, which are one file.</summary>
    public const long KeptPlainBytes = 48L << 20;

    /// <summary>Rows to pass over at most; 2^53 is also where JSON numbers stop being exact.</summary>
    public const long MostOffset = 1L << 53;

    /// <summary>Bytes of rows gathered before they are flushed to the client: one flush per row would cost a system call each.</summary>
    public const int FlushBytes = 32 << 10;

    /// <summary>Checks that run at once for people without a token; the others wait in line, so that one crowd cannot take every core.</summary>
    public static int ConcurrentChecks => Math.Max(1, Environment.ProcessorCount);

    /// <summary>Group-bys that read rows at one time: each takes a processor, and many side by side would all end late. The others wait, as long as their request may.</summary>
    public static readonly int GroupingsAtOnce = Environment.ProcessorCount;

    /// <summary>64 MiB of published forms and dictionaries kept in memory: some ten thousand datasets of common size, or a few with the code lists of every village.</summary>
    public const long KeptDatasetBytes = 64L << 20;

    /// <summary>64 MiB of rendered answers kept ready where nothing else is said: of a release they never change, and what one asks for many do.</summary>
    public const long KeptAnswerBytes = 64L << 20;

    /// <summary>Bytes of one answer that is kept: a page of a thousand rows and more; larger ones would push too many others out.</summary>
    public const int KeptAnswerSize = 512 << 10;

    /// <summary>Rows of a page that is written in memory before any of it is sent, so that its length and the address of the next are known; longer ones stream.</summary>
    public const int BufferedRows = 1_000;

    /// <summary>Groups of a page where none are asked for: all provinces, and a bit.</summary>
    public const int DefaultGroups = 100;

    /// <summary>Metres around a place at most: half of the earth's circumference, so that everything is near.</summary>
    public const int MostMetres = 20_037_509;

    /// <summary>Words of one full-text search: more than a sentence has.</summary>
    public const int SearchWords = 16;

    /// <summary>Characters of a full-text search.</summary>
    public const int SearchLength = 500;

    /// <summary>Characters of a faulty value that an error repeats.</summary>
    public const int ShownValue = 100;

    /// <summary>Characters of a file name that is kept; the limit of common file systems.</summary>
    public const int FileNameLength = 255;

    /// <summary>Errors that one problem lists; who sends more faults than this has sent something else.</summary>
    public const int ProblemErrors = 100;

    /// <summary>Codes of a column that an OpenAPI document lists; provinces and districts of one fit, villages are in the dictionary.</summary>
    public const int DocumentCodes = 500;

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

    /// <summary>Characters of a question or a request: a page.</summary>
    public const int FeedbackLength = 2_000;

    /// <summary>Characters of an asker's contact: the longest address of electronic mail.</summary>
    public const int ContactLength = 254;

    /// <summary>32 KiB of a rating, question or request: its longest text in Thai, percent-encoded, and its form around it.</summary>
    public const long FeedbackBytes = 32 << 10;

    /// <summary>Ratings, questions and requests of one address in an hour: an office behind one address at a busy time, and little to a program that writes rubbish.</summary>
    public const int FeedbackPerHour = 60;

    /// <summary>How long an asker's contact is kept after the answer: time to tell them.</summary>
    public static readonly TimeSpan ContactKeptAfterAnswer = TimeSpan.FromDays(30);

    /// <summary>How long an asker's contact is kept at most: a year without an answer is no conversation.</summary>
    public static readonly TimeSpan ContactKept = TimeSpan.FromDays(365);

    /// <summary>Questions or requests of a page.</summary>
    public const int FeedbackPage = 50;

    /// <summary>No limit where none is asked for: behind one address a whole ministry may sit, and a page costs microseconds. Who serves the world sets one.</summary>
    public const int AddressRequestsPerMinute = 0;

    /// <summary>No limit where none is asked for: who has a token is known, and can be told.</summary>
    public const int TokenRequestsPerMinute = 0;

    /// <summary>Addresses and tokens counted apart in one minute: 100,000 of them take some 15 MB.</summary>
    public const int RateLimitPartitions = 100_000;

    /// <summary>How long usage is counted in memory before it is written: what a crash loses at most.</summary>
    public static readonly TimeSpan UsageFlush = TimeSpan.FromSeconds(30);

    /// <summary>Days of a usage report where none are asked for: a month.</summary>
    public const int UsageStandardDays = 30;

    /// <summary>Days of one usage report at most: three years.</summary>
    public const int UsageDays = 1_100;

    /// <summary>A day: who is told what to mend in a file mends it today, and what was not accepted is not kept.</summary>
    public static readonly TimeSpan GivenKept = TimeSpan.FromDays(1);

    /// <summary>Datasets of which the page of work says what comes next: each takes a report read again.</summary>
    public const int NextSteps = 30;

    /// <summary>Entries of the audit log on one page: a screenful or three.</summary>
    public const int AuditEntries = 50;

    /// <summary>Resources of one form that a page asks for: thirty times the most seen in one dataset.</summary>
    public const int FormResources = 1_000;

    /// <summary>Inputs of one page: a dictionary of a thousand columns has 20 for each.</summary>
    public const int FormInputs = 24_000;
}
