using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>
/// The SQLite that is loaded: the system's where it has one that is new enough, because systems mend it and the bundle stays as it is.
/// </summary>
public static class SqliteLibrary
{
    private const string System = "libsqlite3.so.0";

    /// <summary>3.35.5, the bundled version: an older system library would be a step back.</summary>
    private const int OldestSystemVersion = 3_035_005;

    /// <summary>SQLITE_CONFIG_MEMSTATUS.</summary>
    private const int ConfigureMemoryStatus = 9;

    private static readonly Lazy<string> Loaded = new(LoadOnce);
    private static bool system;
    private static nint handle;

    /// <summary>The version of the SQLite that is loaded, such as <c>3.40.1</c>.</summary>
    public static string Version => Loaded.Value;

    /// <summary>True where the system's library is loaded, false where it is the bundled one.</summary>
    public static bool IsSystem
    {
        get
        {
            Load();
            return system;
        }
    }

    /// <summary>The library itself, the same that the provider calls.</summary>
    internal static nint Handle
    {
        get
        {
            Load();
            return handle;
        }
    }

    /// <summary>Loads SQLite; to be called before anything else of it.</summary>
    internal static void Load() => _ = Loaded.Value;

    private static string LoadOnce()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();

        // How much memory it uses nobody asks; counting it is a lock at every allocation.
        _ = raw.sqlite3_config(ConfigureMemoryStatus, 0);
        var loaded = raw.sqlite3_libversion().utf8_to_string();
        handle = system ? handle : NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null);
        return loaded;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3" || !NativeLibrary.TryLoad(System, out var library))
        {
            return 0;
        }

        system = NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
            && Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)() >= OldestSystemVersion;
        handle = library;
        return system ? library : 0;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
