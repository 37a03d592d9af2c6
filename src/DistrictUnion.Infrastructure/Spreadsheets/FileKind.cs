using System.Buffers.Binary;
using System.Text;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Tells files apart by their content, before anything is unpacked.</summary>
internal static class FileKind
{
    private const uint EndOfDirectory = 0x06054B50;
    private const uint DirectoryEntry = 0x02014B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int MaxComment = ushort.MaxValue;
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Refuses what is no package, or one with more parts than a workbook needs.</summary>
    public static void RequirePackage(Stream stream, int maxParts)
    {
        if (stream.Length == 0)
            throw new WorkbookRefusedException("workbook.empty");
        var start = new byte[CompoundFile.Length];
        stream.Position = 0;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == start.Length && start.AsSpan().SequenceEqual(CompoundFile))
            throw new WorkbookRefusedException(Contains(stream, EncryptedPackage) ? "workbook.password" : "workbook.oldFormat");
        if (start is not [(byte)'P', (byte)'K', ..])
            throw new WorkbookRefusedException("workbook.notOne");
        if (CountParts(stream, maxParts) > maxParts)
            throw new WorkbookRefusedException("workbook.tooManyParts");
        stream.Position = 0;
    }

    /// <summary>Counts the parts that the directory really lists, up to one more than may be.</summary>
    private static int CountParts(Stream stream, int most)
    {
        var tail = new byte[(int)Math.Min(stream.Length, EndLength + MaxComment)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.Length - EndLength;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end)) != EndOfDirectory)
            end--;
        if (end < 0)
            throw new WorkbookRefusedException("workbook.notOne");

        // A workbook of at most some thousand parts and some megabytes never needs the 64-bit directory.
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (offset >= stream.Length)
            throw new WorkbookRefusedException("workbook.malformed");
        stream.Position = offset;
        var entry = new byte[EntryLength];
        var count = 0;
        while (count <= most && stream.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) == EntryLength
            && BinaryPrimitives.ReadUInt32LittleEndian(entry) == DirectoryEntry)
        {
            count++;
            stream.Position += BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(32));
        }

        return count;
    }

    private static bool Contains(Stream stream, byte[] wanted)
    {
        var buffer = new byte[81920];
        stream.Position = 0;
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(filled, wanted.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
