using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace OpenData.Store.Sqlite;

/// <summary>
/// Binds the cells of a row and steps an insert by the library's own functions: a dozen calls for every row of a file. Texts stay where they
/// are while it steps, so the library copies none of them.
/// </summary>
/// <remarks>Whoever calls keeps the statement alive.</remarks>
internal static unsafe class NativeInsert
{
    /// <summary>Tells SQLite that a text stays where it is.</summary>
    private const nint Static = 0;

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int> BindInteger = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int>)Find("sqlite3_bind_int64");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double, int> BindFloat = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double, int>)Find("sqlite3_bind_double");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> BindNull = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Find("sqlite3_bind_null");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*, int, nint, int> BindText = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*, int, nint, int>)Find("sqlite3_bind_text");
    private static readonly delegate* unmanaged[Cdecl]<nint, int> StepOf = (delegate* unmanaged[Cdecl]<nint, int>)Find("sqlite3_step");
    private static readonly delegate* unmanaged[Cdecl]<nint, int> ResetOf = (delegate* unmanaged[Cdecl]<nint, int>)Find("sqlite3_reset");

    public static int Bind(nint statement, int parameter, long value) => BindInteger(statement, parameter, value);

    public static int Bind(nint statement, int parameter, double value) => BindFloat(statement, parameter, value);

    public static int Bind(nint statement, int parameter) => BindNull(statement, parameter);

    /// <summary>Binds a text in an array that is pinned, and that must not change until the statement has been stepped; an empty one points into it, too, or SQLite would take it for null.</summary>
    public static int Bind(nint statement, int parameter, ReadOnlySpan<byte> pinned) =>
        BindText(statement, parameter, (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(pinned)), pinned.Length, Static);

    /// <summary>Inserts the row and makes the statement ready for the next; the code is that of the step.</summary>
    public static int Step(nint statement)
    {
        var code = StepOf(statement);
        return ResetOf(statement) is var reset && code == raw.SQLITE_DONE ? code : reset;
    }

    private static nint Find(string name) => NativeLibrary.GetExport(SqliteLibrary.Handle, name);
}
