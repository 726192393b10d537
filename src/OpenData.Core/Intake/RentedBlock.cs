using System.Buffers;

namespace OpenData.Intake;

/// <summary>A block of <see cref="IntakeLimits.BlockSize"/> bytes to read into, given back to the pool when it is disposed of: clearing a new one takes longer than checking a small file.</summary>
internal readonly struct RentedBlock() : IDisposable
{
    /// <summary>The block; what is in it is left over from others.</summary>
    public byte[] Bytes { get; } = ArrayPool<byte>.Shared.Rent(IntakeLimits.BlockSize);

    public void Dispose() => ArrayPool<byte>.Shared.Return(Bytes);
}
