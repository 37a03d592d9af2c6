using System.Buffers;
using System.Security.Cryptography;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>
/// Keeps evidence in folders: <c>{root}/{district}/{first two digits}/{hash}</c>, uploads under <c>uploads</c>. A file comes to its
/// place in one step, when all of it is there; equal files are one.
/// </summary>
internal sealed class EvidenceStore(string root, EvidenceLimits limits) : IEvidenceStore
{
    private const int BufferSize = 81920;

    public async Task<Result<KeptFile>> TakeAsync(DistrictId district, string name, Stream content, CancellationToken cancellationToken)
    {
        var arriving = Path.Combine(UploadsOf(district), Path.GetRandomFileName());
        try
        {
            await using (var file = Create(arriving))
            {
                if (await CopyAsync(content, file, limits.FileBytes, cancellationToken) is not { } size)
                    return TooLarge();
                if (size == 0)
                    return ValidationError.Of("file", "evidence.empty");
            }

            return Keep(district, arriving, name);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    public long Received(DistrictId district, EvidenceUploadId upload) =>
        new FileInfo(PathOf(district, upload)) is { Exists: true } file ? file.Length : 0;

    public async Task<Result<long>> AppendAsync(
        DistrictId district, EvidenceUploadId upload, long offset, long size, Stream content, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            // One piece at a time: whoever comes while another is being written is told how far it is.
            file = new FileStream(PathOf(district, upload), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.Read,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            });
        }
        catch (IOException) when (File.Exists(PathOf(district, upload)))
        {
            return new ConflictError("evidence.offset");
        }

        await using (file)
        {
            if (file.Length != offset)
                return new ConflictError("evidence.offset") { Arguments = new Dictionary<string, object?> { ["received"] = file.Length } };
            file.Position = offset;
            if (await CopyAsync(content, file, size - offset, cancellationToken) is null)
            {
                file.SetLength(offset);
                return TooLarge();
            }

            return file.Length;
        }
    }

    public Task<Result<KeptFile>> KeepAsync(DistrictId district, EvidenceUploadId upload, string name, CancellationToken cancellationToken) =>
        Task.Run(() => Keep(district, PathOf(district, upload), name), cancellationToken);

    public void Discard(DistrictId district, EvidenceUploadId upload) => File.Delete(PathOf(district, upload));

    public IReadOnlyList<string> KeptBefore(DistrictId district, DateTimeOffset before)
    {
        var folder = new DirectoryInfo(FolderOf(district));
        return !folder.Exists
            ? []
            : [.. folder.EnumerateDirectories().Where(d => d.Name.Length == 2).SelectMany(d => d.EnumerateFiles()).Where(f => f.LastWriteTimeUtc < before.UtcDateTime).Select(f => f.Name)];
    }

    public bool Remove(DistrictId district, string hash, DateTimeOffset before)
    {
        var place = PathOf(district, hash);
        var aside = Path.Combine(UploadsOf(district), Path.GetRandomFileName());
        try
        {
            // Taken aside first and looked at then: an upload of the same bytes either came before, and shows by its time, or finds
            // the place empty and fills it. Looking first would leave a moment in which its file is deleted.
            File.Move(place, aside);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(aside) >= before.UtcDateTime)
        {
            File.Move(aside, place, overwrite: true);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    public int RemoveLeftovers(DistrictId district, DateTimeOffset before)
    {
        var left = new DirectoryInfo(UploadsOf(district)).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime).ToList();
        left.ForEach(f => f.Delete());
        return left.Count;
    }

    public Stream? Open(DistrictId district, string hash)
    {
        var path = PathOf(district, hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan) : null;
    }

    /// <summary>Looks into a file, copies what is to be kept, and moves the copy to the place that its content says.</summary>
    private Result<KeptFile> Keep(DistrictId district, string path, string name)
    {
        var clean = Path.Combine(UploadsOf(district), Path.GetRandomFileName());
        try
        {
            EvidenceKind kind;
            string hash;
            long size;
            using (var file = File.OpenRead(path))
            {
                var found = EvidenceKind.Of(file);
                if (!found.IsSuccess)
                    return found.As<KeptFile>();
                kind = found.Value;
                if (!kind.IsCalled(FileNames.ExtensionOf(name)))
                    return ValidationError.Of("name", "evidence.extension", ("extension", kind.Extension));
                using var copy = Create(clean);
                Copy(file, copy, kind);
                copy.Flush(flushToDisk: true);
                copy.Position = 0;
                (hash, size) = (Convert.ToHexStringLower(SHA256.HashData(copy)), copy.Length);
            }

            var place = PathOf(district, hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(clean, place, overwrite: true);
            return new KeptFile(FileNames.Shown(name, kind.Extension), hash, kind.MediaType, size);
        }
        catch (InvalidDataException)
        {
            return ValidationError.Of("file", "evidence.damaged");
        }
        finally
        {
            File.Delete(clean);
        }
    }

    private static void Copy(FileStream from, FileStream to, EvidenceKind kind)
    {
        if (kind.IsJpeg)
        {
            PictureFile.CopyJpeg(from, to);
        }
        else if (kind.IsPicture)
        {
            PictureFile.CopyPng(from, to);
        }
        else
        {
            from.Position = 0;
            from.CopyTo(to);
        }
    }

    /// <summary>Copies at most so many bytes; null when there are more.</summary>
    private static async Task<long?> CopyAsync(Stream from, FileStream to, long most, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long copied = 0;
            for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if ((copied += read) > most)
                    return null;
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return copied;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A new file that only the service may read.</summary>
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = BufferSize,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private ValidationError TooLarge() => ValidationError.Of("file", "evidence.tooLarge", ("mebibytes", limits.FileBytes >> 20));

    private string PathOf(DistrictId district, string hash) => Path.Combine(FolderOf(district), hash[..2], hash);

    private string PathOf(DistrictId district, EvidenceUploadId upload) => Path.Combine(UploadsOf(district), $"{upload.Value:N}.part");

    private string UploadsOf(DistrictId district) => Directory.CreateDirectory(Path.Combine(FolderOf(district), "uploads")).FullName;

    private string FolderOf(DistrictId district) => Path.Combine(root, district.Value.ToString("N"));
}
