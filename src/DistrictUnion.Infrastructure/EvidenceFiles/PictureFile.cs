using System.Buffers.Binary;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>
/// Copies pictures without what a camera or a program wrote about them: place, device, owner, comments. Pixels stay byte for
/// byte. A photo keeps the one thing that changes how it looks, which way up it is.
/// </summary>
internal static class PictureFile
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Comment = 0xFE;
    private const byte Exif = 0xE1;
    private const byte ColourProfile = 0xE2;
    private const byte Adobe = 0xEE;
    private const int MaxChunk = 1 << 26;
    private const int PngHeader = 8;
    private const int ChunkFrame = 8;
    private const int Checksum = 4;

    /// <summary>Chunks that hold text, time or camera data (PNG third edition, 11.3).</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal) { "tEXt", "zTXt", "iTXt", "eXIf", "tIME" };

    /// <summary>Width and height of a JPEG; null where it has no frame.</summary>
    public static (int Width, int Height)? JpegSize(Stream file)
    {
        foreach (var (marker, content) in Segments(file))
        {
            // Frames are C0…CF but for the tables C4, C8 and CC.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && content.Length >= 5)
                return Size(BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(1)));
        }

        return null;
    }

    /// <summary>Width and height of a PNG; null where its header is missing.</summary>
    public static (int Width, int Height)? PngSize(Stream file)
    {
        Span<byte> head = stackalloc byte[PngHeader + ChunkFrame + 8];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[12..16].SequenceEqual("IHDR"u8))
            return null;
        return Size(BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));
    }

    /// <summary>Copies a JPEG without its metadata.</summary>
    /// <exception cref="InvalidDataException">It isn't one to its end.</exception>
    public static void CopyJpeg(Stream from, Stream to)
    {
        to.Write([0xFF, 0xD8]);
        var orientation = 1;
        List<(byte Marker, byte[] Content)> kept = [];
        foreach (var (marker, content) in Segments(from))
        {
            if (marker == Exif)
                orientation = OrientationOf(content) ?? orientation;
            else if (marker != Comment && marker is not (> 0xE0 and <= 0xEF and not (ColourProfile or Adobe)))
                kept.Add((marker, content));
        }

        if (orientation != 1)
            WriteSegment(to, Exif, ExifOf(orientation));
        foreach (var (marker, content) in kept)
            WriteSegment(to, marker, content);
        CopyScan(from, to);
    }

    /// <summary>Copies a PNG without its metadata and without anything behind its end.</summary>
    /// <exception cref="InvalidDataException">It isn't one to its end.</exception>
    public static void CopyPng(Stream from, Stream to)
    {
        var frame = new byte[ChunkFrame];
        from.Position = 0;
        from.ReadExactly(frame);
        to.Write(frame);
        while (true)
        {
            if (from.ReadAtLeast(frame, ChunkFrame, throwOnEndOfStream: false) < ChunkFrame)
                throw new InvalidDataException("The picture ends early.");
            var length = BinaryPrimitives.ReadUInt32BigEndian(frame);
            if (length > MaxChunk)
                throw new InvalidDataException("A chunk is too long.");
            var content = new byte[length + Checksum];
            if (from.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length)
                throw new InvalidDataException("The picture ends early.");
            var type = System.Text.Encoding.ASCII.GetString(frame, 4, 4);
            if (!Told.Contains(type))
            {
                to.Write(frame);
                to.Write(content);
            }

            if (type == "IEND")
                return;
        }
    }

    /// <summary>Segments up to the pixels; the stream stands at the scan's marker then.</summary>
    private static IEnumerable<(byte Marker, byte[] Content)> Segments(Stream file)
    {
        file.Position = 2;
        while (true)
        {
            var at = file.Position;
            if (file.ReadByte() != 0xFF)
                throw new InvalidDataException("A marker is missing.");
            int marker;
            do
            {
                marker = file.ReadByte();
            }
            while (marker == 0xFF);
            if (marker is < 0 or EndOfImage)
                throw new InvalidDataException("The picture has no pixels.");
            if (marker == StartOfScan)
            {
                file.Position = at;
                yield break;
            }

            var length = (file.ReadByte() << 8) | file.ReadByte();
            if (length < 2)
                throw new InvalidDataException("A segment is too short.");
            var content = new byte[length - 2];
            if (file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length)
                throw new InvalidDataException("The picture ends early.");
            yield return ((byte)marker, content);
        }
    }

    /// <summary>
    /// Copies the pixels, scan by scan with the tables between, to the end of the picture; what somebody hung behind it isn't
    /// picture.
    /// </summary>
    private static void CopyScan(Stream from, Stream to)
    {
        var rest = new BufferedStream(from, 81920);
        int Next() => rest.ReadByte() is >= 0 and var next ? next : throw new InvalidDataException("The picture ends early.");
        while (true)
        {
            var next = Next();
            to.WriteByte((byte)next);
            if (next != 0xFF)
                continue;
            int marker;
            while ((marker = Next()) == 0xFF)
                to.WriteByte(0xFF);
            to.WriteByte((byte)marker);
            if (marker == EndOfImage)
                return;

            // 00 is a pixel's FF, D0…D7 are restarts; every other marker leads a segment.
            if (marker is 0 or (>= 0xD0 and <= 0xD7))
                continue;
            var (high, low) = (Next(), Next());
            to.Write([(byte)high, (byte)low]);
            for (var left = ((high << 8) | low) - 2; left > 0; left--)
                to.WriteByte((byte)Next());
        }
    }

    private static void WriteSegment(Stream to, byte marker, byte[] content)
    {
        Span<byte> frame = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)(content.Length + 2));
        to.Write(frame);
        to.Write(content);
    }

    /// <summary>The orientation that a camera noted (Exif 2.32, tag 0x0112): 1 to 8.</summary>
    private static int? OrientationOf(ReadOnlySpan<byte> exif)
    {
        const int header = 6;
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < header + 8)
            return null;
        var tiff = exif[header..];
        var big = tiff.StartsWith("MM"u8);
        uint Long(ReadOnlySpan<byte> from) => big ? BinaryPrimitives.ReadUInt32BigEndian(from) : BinaryPrimitives.ReadUInt32LittleEndian(from);
        ushort Short(ReadOnlySpan<byte> from) => big ? BinaryPrimitives.ReadUInt16BigEndian(from) : BinaryPrimitives.ReadUInt16LittleEndian(from);
        var directory = Long(tiff[4..]);
        if (directory > tiff.Length - 2)
            return null;
        var entries = tiff[(int)directory..];
        var count = Short(entries);
        for (var i = 0; i < count && entries.Length >= 2 + ((i + 1) * 12); i++)
        {
            var entry = entries.Slice(2 + (i * 12), 12);
            if (Short(entry) == 0x0112)
                return Short(entry[8..]) is >= 1 and <= 8 and var value ? value : null;
        }

        return null;
    }

    private static byte[] ExifOf(int orientation) =>
        [.. "Exif\0\0MM\0*\0\0\0\b\0\u0001"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static (int, int)? Size(uint width, uint height) => width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? null : ((int)width, (int)height);
}
