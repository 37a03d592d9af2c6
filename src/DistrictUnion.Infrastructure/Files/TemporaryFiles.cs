using DistrictUnion.Application.Ports;

namespace DistrictUnion.Infrastructure.Files;

/// <summary>Files among the temporary ones of the service's user.</summary>
internal sealed class TemporaryFiles : ITemporaryFiles
{
    private const int BufferSize = 81920;

    public Stream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = BufferSize,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
