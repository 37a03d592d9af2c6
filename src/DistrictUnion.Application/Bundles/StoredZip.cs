using System.Buffers.Binary;
using System.Text;

namespace DistrictUnion.Application.Bundles;

/// <summary>An entry of a zip file whose entries are stored as they are.</summary>
/// <param name="Name">Name.</param>
/// <param name="Offset">Where its local header begins.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Checksum">CRC-32 of the bytes.</param>
internal sealed record StoredEntry(string Name, long Offset, long Size, uint Checksum);

/// <summary>
/// The one layout of a bundle's zip file: stored entries without time, extra fields or comments. Nothing is compressed, so that equal
/// content is the same file under every version of every library, no byte is out of sight, and nothing unpacks to more than it is.
/// </summary>
internal static class StoredZip
{
    /// <summary>Bytes of a local header without the name.</summary>
    public const int LocalHeader = 30;

    private const int CentralHeader = 46;
    private const int End = 22;
    private const uint LocalSignature = 0x04034b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const ushort Version = 10;

    /// <summary>1 January 1980, the first day a zip file knows.</summary>
    private const ushort NoDate = 0x0021;

    /// <summary>The local header of an entry.</summary>
    public static byte[] LocalOf(StoredEntry entry)
    {
        var name = Encoding.ASCII.GetBytes(entry.Name);
        var header = new byte[LocalHeader + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
        WriteCommon(header.AsSpan(6), entry, name.Length);
        name.CopyTo(header, LocalHeader);
        return header;
    }

    /// <summary>Everything after the last entry: the central directory and its end.</summary>
    public static byte[] DirectoryOf(IReadOnlyList<StoredEntry> entries, long offset)
    {
        var size = entries.Sum(e => CentralHeader + e.Name.Length);
        var bytes = new byte[size + End];
        var at = 0;
        foreach (var entry in entries)
        {
            var header = bytes.AsSpan(at, CentralHeader);
            BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
            BinaryPrimitives.WriteUInt16LittleEndian(header[6..], Version);
            WriteCommon(header[8..], entry, entry.Name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], (uint)entry.Offset);
            at += CentralHeader + Encoding.ASCII.GetBytes(entry.Name, bytes.AsSpan(at + CentralHeader));
        }

        var end = bytes.AsSpan(size);
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)offset);
        return bytes;
    }

    /// <summary>Reads what a local header says of name, size and checksum; null when no plainly stored entry begins here.</summary>
    public static (int NameLength, long Size, uint Checksum)? ReadLocal(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header) == LocalSignature && BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) == 0
            ? (BinaryPrimitives.ReadUInt16LittleEndian(header[26..]), BinaryPrimitives.ReadUInt32LittleEndian(header[22..]), BinaryPrimitives.ReadUInt32LittleEndian(header[14..]))
            : null;

    /// <summary>Flags, method, time, date, checksum, sizes and length of the name, which both headers have in this order.</summary>
    private static void WriteCommon(Span<byte> header, StoredEntry entry, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], NoDate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], entry.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], (ushort)nameLength);
    }
}

/// <summary>CRC-32 as zip files have it; the framework has none without a package.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : (c >> 1) ^ 0xEDB88320u))];

    /// <summary>Goes on from a checksum, 0 at first.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var c = ~checksum;
        foreach (var b in bytes)
            c = Table[(byte)(c ^ b)] ^ (c >> 8);
        return ~c;
    }
}
