using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Bundles;

/// <summary>Makes bundles on disk, out of memory, under names that tell district, result and day.</summary>
internal sealed class BundleFiles(ITemporaryFiles files, IMessages messages, ITenantContext tenant)
{
    /// <summary>Makes one; a refusal leaves nothing behind.</summary>
    public async Task<Result<ExportedFile>> MakeAsync(string code, DateTimeOffset at, Func<Stream, Task<Error?>> write)
    {
        var content = files.Create();
        try
        {
            if (await write(content) is { } refusal)
                return refusal;
            var (district, day) = (tenant.RequireCaller().DistrictCode, BusinessTime.DateOf(at));
            content.Position = 0;
            var file = new ExportedBundle(messages.Of("file.bundle", ("district", district), ("code", code), ("day", day)), $"bundle-{district}-{code}-{day:yyyy-MM-dd}", content);
            content = null;
            return file;
        }
        finally
        {
            if (content is not null)
                await content.DisposeAsync();
        }
    }
}

/// <summary>Conveniences.</summary>
internal static class RecordedReading
{
    /// <summary>Reads in one consistent view and records, once that went well, who read.</summary>
    public static async Task<Result<ExportedFile>> ReadThenRecordAsync(
        this IUnitOfWork unitOfWork, string action, object request, Func<Task<Result<ExportedFile>>> read, CancellationToken cancellationToken)
    {
        var result = await unitOfWork.ReadAsync(read, cancellationToken);
        if (!result.IsSuccess)
            return result;
        try
        {
            return await unitOfWork.WriteAsync(action, request, () => Task.FromResult(result), cancellationToken);
        }
        catch when (result.Value is ExportedBundle bundle)
        {
            // What isn't recorded isn't handed out, and leaves nothing behind.
            await bundle.Content.DisposeAsync();
            throw;
        }
    }
}
