using System.Security.Cryptography;
using System.Text;

namespace DistrictUnion.Build.Tools;

/// <summary>The checkout a build program stands in, and the folder for what it keeps on this machine.</summary>
internal sealed class Checkout
{
    private Checkout(string root)
    {
        Root = root;
        Home = RunsAsRoot ? Path.Combine("/var/lib/districtunion", NameOf(root)) : Path.Combine(root, ".data");
    }

    /// <summary>Whether PostgreSQL, which refuses to run as root, must be started as another user.</summary>
    public static bool RunsAsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Root folder of the checkout.</summary>
    public string Root { get; }

    /// <summary>
    /// Binaries and data of the embedded PostgreSQL. When run as root it lies outside the checkout: the user PostgreSQL runs as
    /// must be able to walk to it, and a checkout under a closed home folder would not let him.
    /// </summary>
    public string Home { get; }

    /// <summary>The checkout that holds the program being run.</summary>
    public static Checkout Find()
    {
        var program = (string?)AppContext.GetData("EntryPointFilePath") ?? AppContext.BaseDirectory;
        for (var folder = Path.GetDirectoryName(program); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "DistrictUnion.sln"))) return new(folder);
        }

        throw new Failure("This program belongs into the folder build of a DistrictUnion checkout; run it there.");
    }

    /// <summary>A path in the checkout.</summary>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A folder below <see cref="Home"/>, made when absent.</summary>
    public string HomeFolder(string name)
    {
        var folder = Path.Combine(Home, name);
        Directory.CreateDirectory(folder);
        if (RunsAsRoot) OpenForWalking(folder);
        return folder;
    }

    /// <summary>
    /// Holds the others off while binaries or a server are set up. Two programs started at once then do the work once.
    /// </summary>
    public async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Home);
        while (true)
        {
            try
            {
                return new(Path.Combine(Home, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    // A strict umask would otherwise close the folders to the user PostgreSQL runs as.
    private void OpenForWalking(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Walkable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        foreach (var each in new[] { Path.GetDirectoryName(Home)!, Home, folder }) File.SetUnixFileMode(each, Walkable);
    }

    private static string NameOf(string root) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..12];
}
