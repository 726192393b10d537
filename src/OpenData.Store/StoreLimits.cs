namespace OpenData.Store;

/// <summary>The numbers by which the stores are bounded, each with its reason.</summary>
internal static class StoreLimits
{
    /// <summary>
    /// Columns of a table. SQLite answers with 2,000 columns at most (SQLITE_MAX_COLUMN), and one of them is the row's number.
    /// </summary>
    public const int Columns = 1_999;

    /// <summary>Steps of an order. The condition "after this row" grows with their square; 64 steps make 2,080 comparisons.</summary>
    public const int OrderSteps = 64;

    /// <summary>
    /// Levels of <c>and</c> inside <c>or</c> inside <c>and</c>. SQLite's parser (before 3.46) keeps 100 symbols, and a level takes three.
    /// </summary>
    public const int FilterDepth = 24;

    /// <summary>Conditions joined side by side; more are joined in groups. SQLite allows an expression 1,000 levels, and a chain of n is n levels.</summary>
    public const int ChainLength = 100;

    /// <summary>Bound parameters of one statement. SQLite allows 32,766.</summary>
    public const int Parameters = 32_000;

    /// <summary>Values that one call of an SQL function is given besides the word it looks for. SQLite allows 127.</summary>
    public const int FunctionValues = 100;

    /// <summary>Values of <c>in</c> and <c>nin</c> that are bound one by one; longer lists go through one JSON parameter, so that a statement's text stays short.</summary>
    public const int BoundValues = 64;

    /// <summary>Rows of a page that is sorted by number first and then read, and the one that tells whether another page follows; for longer answers reading twice costs more than it saves.</summary>
    public const int SortedPage = 1_001;

    /// <summary>Connections kept open while nobody reads; each holds a file handle and some 100 kB. Processes are commonly allowed 1,024 files.</summary>
    public const int IdleConnections = 256;

    /// <summary>Of these, for one unit: more readers than this at one moment are rare on the machines this engine is for.</summary>
    public const int IdleConnectionsOfUnit = 16;

    /// <summary>Prepared statements kept with a connection; a public interface asks the same few shapes again and again.</summary>
    public const int StatementsOfConnection = 32;

    /// <summary>Characters of SQL kept with a connection before it starts anew: a filter of thousands of conditions is asked once.</summary>
    public const int StatementLengthOfConnection = 256 * 1024;

    /// <summary>Bytes of a unit that are read through the page cache of the system without copying: SQLite's own ceiling, 2 GiB less 64 KiB.</summary>
    public const long MappedBytes = 0x7fff0000;

    /// <summary>Rows from which on a reading does not map the unit: a download would otherwise hold all of the file in the memory of the process.</summary>
    public const long LongReading = 20_000;

    /// <summary>Page cache of the loader in KiB: indexes of a million rows are sorted in memory with it.</summary>
    public const int LoadCacheKibibytes = 65_536;

    /// <summary>Bytes copied at a time into an original: large enough that the disk, not the calls, sets the pace.</summary>
    public const int CopyBuffer = 1 << 20;

    /// <summary>Bytes of a download read or written at a time.</summary>
    public const int DownloadBuffer = 1 << 16;

    /// <summary>Seconds for which a registration waits for another process to finish its own; one takes milliseconds.</summary>
    public const int BusySeconds = 30;

    /// <summary>How often a waiting publish asks for its turn: too short for a person to see, too long to load the machine.</summary>
    public static readonly TimeSpan TurnRetry = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// 64 MiB of folded texts that the search keeps in memory, with as much again for its lists: some forty thousand datasets. A catalog of more
    /// is looked through by the engine.
    /// </summary>
    public const long KeptTextBytes = 64L << 20;

    /// <summary>Documents that may have changed since the lists of trigrams were made: they are looked through letter by letter, in some ten microseconds.</summary>
#if DEBUG
    public const int RecentTexts = 16;
#else
    public const int RecentTexts = 256;
#endif

    /// <summary>Words kept with where they were found, all that a catalog's titles have; then the keeping starts anew.</summary>
    public const int KeptWords = 16_384;

    /// <summary>
    /// A word and a page are kept from the third time on that they are asked for: they take ten and a hundred kilobytes, and to keep what nobody
    /// asks for again costs the garbage collector longer pauses than finding it anew.
    /// </summary>
    public const int AskedThings = 3;

    /// <summary>What a mistyped word was meant for is kept from the second time on: it is another word, and takes longer to find.</summary>
    public const int AskedMeant = 2;

    /// <summary>Finds of kept words, each of 5 bytes: twenty megabytes at most.</summary>
    public const int KeptFinds = 4 << 20;

    /// <summary>Pages of searches kept until something changes, some 20 kB each; then the keeping starts anew.</summary>
    public const int KeptPages = 256;

    /// <summary>Words of which it is remembered, in four bytes, that they were asked.</summary>
    public const int RememberedWords = 16_384;

    /// <summary>
    /// Pages of which it is remembered that they were asked for. Of more, the few that are kept would be new ones each second: some hundred kilobytes
    /// each that outlive a collection of garbage and are garbage before they are asked for again.
    /// </summary>
    public const int RememberedPages = 1_024;

    /// <summary>Texts looked at for what a mistyped word was meant for.</summary>
    public const int NearTexts = 200;

    /// <summary>Of these, so many in which the nearest part is looked for: they are equally near, and one of them is given.</summary>
    public const int NearestLines = 40;

    /// <summary>Columns of a table in PostgreSQL: 1,600 at most, and two are the row's number and its odd digits.</summary>
    public const int PostgresColumns = 1_598;

    /// <summary>Connections of a node to PostgreSQL, for the registry and again for rows. A server commonly allows 100: three nodes of 30 and some to spare.</summary>
    public const int PostgresConnections = 30;

    /// <summary>Seconds after which PostgreSQL ends a query of rows; whoever asks has turned away by then.</summary>
    public const int StatementSeconds = 60;

    /// <summary>
    /// How long a read is asked again, or a transaction begun again, where the connection was lost: a server that restarts after a crash, or a primary
    /// that changes its host, is away for seconds. Whoever asks waits longer than that.
    /// </summary>
    public static readonly TimeSpan ConnectionPatience = TimeSpan.FromSeconds(15);

    /// <summary>The pause before the first repetition; each one after waits longer by as much, up to <see cref="LongestConnectionRetry"/>.</summary>
    public static readonly TimeSpan ConnectionRetry = TimeSpan.FromMilliseconds(40);

    /// <summary>The longest pause before a repetition.</summary>
    public static readonly TimeSpan LongestConnectionRetry = TimeSpan.FromMilliseconds(400);

    /// <summary>How long a node believes that nothing was published without hearing from the database; then it asks.</summary>
    public static readonly TimeSpan ListenSilence = TimeSpan.FromSeconds(1);

    /// <summary>How many times, a <see cref="ListenSilence"/> apart, a node looks after a change whether others have left indexes to be made: one that is at it may be killed yet.</summary>
    public const int CareTries = 30;

    /// <summary>Bytes of an original in one row of PostgreSQL: a row is held in memory several times over on its way.</summary>
    public const int OriginalPart = 1 << 20;

    /// <summary>Rows of a unit up to which statistics and indexes of texts are made before it is published; of larger ones afterwards.</summary>
    public const int RowsTendedAtOnce = 20_000;

    /// <summary>What is known of units is remembered for so many; each takes some hundred bytes.</summary>
    public const int UnitsRemembered = 10_000;

    /// <summary>Bytes of the texts of most rows; there is more room where a row needs it.</summary>
    public const int TextsOfRow = 1 << 12;

    /// <summary>Bytes that a connection to PostgreSQL reads and writes at once: a page of rows, and few calls of the system for a file.</summary>
    public const int ConnectionBuffer = 1 << 15;

    /// <summary>Memory in which PostgreSQL sorts the keys of a load: a million of them take 40 MB, and less room costs it half as much time again.</summary>
    public const string IndexMemory = "256MB";

    /// <summary>Bytes gathered before they are sent to COPY.</summary>
    public const int CopyBlock = 1 << 18;

    /// <summary>How long a copy of an original that PostgreSQL keeps lies in the temporary folder: no check lasts as long.</summary>
    public static readonly TimeSpan OriginalCopy = TimeSpan.FromHours(1);

    /// <summary>Indexes of one kind that a unit gets in PostgreSQL beside those of its key: each costs room and time, and wide tables are asked by few of their columns.</summary>
    public const int IndexesOfUnit = 16;
}
