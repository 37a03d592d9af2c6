using System.Security.Cryptography;

namespace DistrictUnion.Application.Bundles;

/// <summary>Writes a bundle file by file, a line at a time; nothing but the line at hand is kept in memory.</summary>
/// <param name="target">Where to; it must seek, because a header tells what comes after it.</param>
public sealed class BundleWriter(Stream target)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly List<StoredEntry> entries = [];
    private readonly List<(string Name, long Size, string Sha256)> files = [];
    private long length;

    /// <summary>Writes a file of one value.</summary>
    public Task AddAsync<T>(string name, T value, CancellationToken cancellationToken) => AddLinesAsync(name, AsyncEnumerable.Repeat(value, 1), cancellationToken);

    /// <summary>Writes a file with a value in each line.</summary>
    public async Task AddLinesAsync<T>(string name, IAsyncEnumerable<T> lines, CancellationToken cancellationToken)
    {
        var entry = new StoredEntry(name, length, 0, 0);
        await AppendAsync(StoredZip.LocalOf(entry), cancellationToken);
        var (start, checksum) = (length, 0u);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            foreach (var bytes in new ReadOnlyMemory<byte>[] { CanonicalJson.Of(line), NewLine })
            {
                hash.AppendData(bytes.Span);
                checksum = Crc32.Append(checksum, bytes.Span);
                await AppendAsync(bytes, cancellationToken);
            }
        }

        entry = entry with { Size = length - start, Checksum = checksum };
        entries.Add(entry);
        files.Add((name, entry.Size, Convert.ToHexStringLower(hash.GetHashAndReset())));
        target.Position = entry.Offset;
        await target.WriteAsync(StoredZip.LocalOf(entry), cancellationToken);
        target.Position = length;
    }

    /// <summary>Writes the table of contents and ends the file.</summary>
    /// <returns>The table of contents with the head hash.</returns>
    public async Task<BundleManifest> FinishAsync(BundleHeader header, CancellationToken cancellationToken)
    {
        var manifest = BundleManifest.Of(header, [.. files]);
        await AddAsync(BundleFormat.Manifest, manifest, cancellationToken);
        await AppendAsync(StoredZip.DirectoryOf(entries, length), cancellationToken);
        await target.FlushAsync(cancellationToken);
        return manifest;
    }

    private async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        length += bytes.Length;
        if (length > BundleFormat.MostBytes)
            throw new InvalidOperationException("A bundle is at most 2 GiB.");
        await target.WriteAsync(bytes, cancellationToken);
    }
}
