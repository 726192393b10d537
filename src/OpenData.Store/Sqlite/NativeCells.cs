using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenData.Store.Sqlite;

/// <summary>
/// Reads the cells of the row a statement stands on, by the library's own functions: three calls for every cell of an answer, which
/// through handles that are counted up and down would be half of its time.
/// </summary>
/// <remarks>Each returns at once and calls nothing back, so the collector need not be told of it. Whoever calls keeps the statement alive.</remarks>
internal static unsafe class NativeCells
{
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> TypeOf = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Find("sqlite3_column_type");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long> IntegerOf = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long>)Find("sqlite3_column_int64");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double> FloatOf = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double>)Find("sqlite3_column_double");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*> BytesOf = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, byte*>)Find("sqlite3_column_blob");
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> LengthOf = (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Find("sqlite3_column_bytes");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Type(nint statement, int column) => TypeOf(statement, column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Integer(nint statement, int column) => IntegerOf(statement, column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Float(nint statement, int column) => FloatOf(statement, column);

    /// <summary>The bytes of a text, in SQLite's memory until the next step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Utf8(nint statement, int column)
    {
        // In this order: the bytes first, then how many they are.
        var bytes = BytesOf(statement, column);
        return new ReadOnlySpan<byte>(bytes, LengthOf(statement, column));
    }

    private static nint Find(string name) => NativeLibrary.GetExport(SqliteLibrary.Handle, name);
}
