using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Opens a file as a bundle: exactly the files of one kind, stored, in their order, and nothing else. What isn't so is refused before
/// anything is read on trust of a declared size.
/// </summary>
internal sealed class BundleReader
{
    private const int BufferSize = 1 << 16;
    private const int LongestName = 64;

    private readonly Stream file;
    private readonly List<StoredEntry> entries = [];

    private BundleReader(Stream file) => this.file = file;

    /// <summary>What the bundle is of.</summary>
    public BundleKind Kind { get; private set; }

    /// <summary>The first byte outside the files' contents that a writer would have written otherwise; null: none.</summary>
    public long? StructureChangedAt { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="BundleUnreadableException">It isn't a whole bundle.</exception>
    public static BundleReader Open(Stream file)
    {
        if (file.Length > BundleFormat.MostBytes)
            throw new BundleUnreadableException("bundle.tooLarge", ("most", BundleFormat.MostBytes >> 20));
        var reader = new BundleReader(file);
        reader.ReadEntries();
        return reader;
    }

    /// <summary>Size and hash of every file but the manifest, and whether its checksum is right.</summary>
    public IReadOnlyList<(string Name, long Size, string Sha256, bool IsIntact)> HashFiles() => [.. entries.SkipLast(1).Select(Hash)];

    /// <summary>A file as a whole.</summary>
    /// <exception cref="JsonException">It is too large for one.</exception>
    public byte[] ReadWhole(string name)
    {
        var entry = Find(name);
        if (entry.Size > BundleFormat.MostWhole)
            throw new JsonException($"{name} has more than {BundleFormat.MostWhole} bytes.");
        var bytes = new byte[entry.Size];
        file.Position = ContentOf(entry);
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A file of one value.</summary>
    /// <exception cref="JsonException">It isn't such a value.</exception>
    public T Read<T>(string name) => Parse<T>(ReadWhole(name));

    /// <summary>The lines of a file without their ends.</summary>
    /// <exception cref="JsonException">A line is too long.</exception>
    public IEnumerable<byte[]> ReadLines(string name)
    {
        var entry = Find(name);
        var (position, end) = (ContentOf(entry), ContentOf(entry) + entry.Size);
        using var line = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (position < end)
        {
            // Two files are read side by side, so the place is set each time.
            file.Position = position;
            var count = file.Read(buffer, 0, (int)Math.Min(buffer.Length, end - position));
            if (count == 0)
                break;
            var from = 0;
            for (var at = Array.IndexOf(buffer, (byte)'\n', 0, count); at >= 0; at = Array.IndexOf(buffer, (byte)'\n', from, count - from))
            {
                line.Write(buffer, from, at - from);
                yield return line.ToArray();
                line.SetLength(0);
                from = at + 1;
            }

            line.Write(buffer, from, count - from);
            position += count;
            if (line.Length > BundleFormat.MostLine)
                throw new JsonException($"A line of {name} has more than {BundleFormat.MostLine} bytes.");
        }

        if (line.Length > 0)
            yield return line.ToArray();
    }

    /// <summary>Reads a value strictly.</summary>
    /// <exception cref="JsonException">The bytes aren't such a value.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<T>(bytes, CanonicalJson.Strict) ?? throw new JsonException("null");

    private static long ContentOf(StoredEntry entry) => entry.Offset + StoredZip.LocalHeader + entry.Name.Length;

    private StoredEntry Find(string name) => entries.Find(e => e.Name == name) ?? throw new JsonException($"There is no {name}.");

    private void ReadEntries()
    {
        var first = ReadEntry(0, null);
        Kind = first.Name == BundleFormat.Programme ? BundleKind.Campaign : BundleKind.Round;
        foreach (var name in BundleFormat.FilesOf(Kind).Skip(1).Append(BundleFormat.Manifest))
            ReadEntry(ContentOf(entries[^1]) + entries[^1].Size, name);
        var end = ContentOf(entries[^1]) + entries[^1].Size;
        var directory = StoredZip.DirectoryOf(entries, end);
        if (file.Length < end + directory.Length)
            throw new BundleUnreadableException("bundle.truncated");
        NoteChange(end, directory);
        if (file.Length > end + directory.Length)
            StructureChangedAt ??= end + directory.Length;
    }

    private StoredEntry ReadEntry(long offset, string? expected)
    {
        var header = ReadAt(offset, StoredZip.LocalHeader);
        if (StoredZip.ReadLocal(header) is not var (nameLength, size, checksum) || nameLength > LongestName)
            throw new BundleUnreadableException(offset == 0 ? "bundle.notBundle" : "bundle.repacked", ("at", offset));
        var name = Encoding.ASCII.GetString(ReadAt(offset + StoredZip.LocalHeader, nameLength));
        if (expected is null ? name is not (BundleFormat.Scheme or BundleFormat.Programme) : name != expected)
            throw new BundleUnreadableException(expected is null ? "bundle.notBundle" : "bundle.unexpectedFile", ("name", Printable(name)), ("expected", expected));
        var entry = new StoredEntry(name, offset, size, checksum);
        if (size > file.Length - ContentOf(entry))
            throw new BundleUnreadableException("bundle.truncated");
        entries.Add(entry);
        NoteChange(offset, StoredZip.LocalOf(entry));
        return entry;
    }

    private byte[] ReadAt(long offset, int count)
    {
        if (file.Length - offset < count)
            throw new BundleUnreadableException(offset == 0 ? "bundle.notBundle" : "bundle.truncated");
        var bytes = new byte[count];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    private void NoteChange(long offset, byte[] expected)
    {
        var same = ReadAt(offset, expected.Length).AsSpan().CommonPrefixLength(expected);
        if (same < expected.Length)
            StructureChangedAt ??= offset + same;
    }

    private (string, long, string, bool) Hash(StoredEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (left, checksum) = (entry.Size, 0u);
        var buffer = new byte[BufferSize];
        file.Position = ContentOf(entry);
        while (left > 0)
        {
            var read = buffer.AsSpan(0, (int)Math.Min(buffer.Length, left));
            file.ReadExactly(read);
            hash.AppendData(read);
            checksum = Crc32.Append(checksum, read);
            left -= read.Length;
        }

        return (entry.Name, entry.Size, Convert.ToHexStringLower(hash.GetHashAndReset()), checksum == entry.Checksum);
    }

    /// <summary>A name from a foreign file must not steer the terminal it is printed on.</summary>
    private static string Printable(string name) => string.Concat(name.Select(letter => letter is > ' ' and < '\x7f' ? letter : '?'));
}

/// <summary>A file can't be read as a bundle: a code with parameters that says why and what to do.</summary>
public sealed class BundleUnreadableException : Exception
{
    /// <summary>Makes the exception.</summary>
    public BundleUnreadableException()
        : this("bundle.notBundle")
    {
    }

    /// <summary>Makes the exception with its code.</summary>
    public BundleUnreadableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its code and cause.</summary>
    public BundleUnreadableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its code and parameters.</summary>
    public BundleUnreadableException(string code, params (string Name, object? Value)[] arguments)
        : base(code) => Arguments = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);

    /// <summary>Parameters of the message.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; } = new Dictionary<string, object?>();
}
