using System.Text;
using System.Text.RegularExpressions;

namespace DistrictUnion.Infrastructure.Care;

/// <summary>The keys by which fields are encrypted, read once from a file outside the database: lines <c>id base64-of-32-bytes</c>, the first one encrypts, all decrypt.</summary>
public sealed partial class FieldKeys
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private readonly List<(string Id, byte[] Key)> keys;

    private FieldKeys(List<(string Id, byte[] Key)> keys) => this.keys = keys;

    /// <summary>No key: nothing is encrypted or decrypted.</summary>
    public static FieldKeys None { get; } = new([]);

    /// <summary>The key that encrypts; null: there is none.</summary>
    internal (string Id, byte[] Key)? Current => keys.Count == 0 ? null : keys[0];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path; null or blank: no keys.</param>
    /// <exception cref="InvalidOperationException">The file can't be used; one sentence says why.</exception>
    public static FieldKeys Read(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return None;
        if (!File.Exists(path))
            throw new InvalidOperationException($"Care__KeyFile names {path}, which doesn't exist: make it with a line \"id base64-of-32-bytes\", or leave the setting out.");

        // Whoever else reads the keys reads every record of a copied database.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None)
            throw new InvalidOperationException($"Care__KeyFile {path} can be read or written by every account of this machine: chmod 600 it.");
        List<(string Id, byte[] Key)> found = [];
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (Line().Match(line) is not { Success: true } match || KeyOf(match.Groups["key"].Value) is not { } key)
                throw new InvalidOperationException($"Care__KeyFile {path}, line {number}: write \"id base64-of-32-bytes\", the id of letters and digits.");
            if (found.Exists(k => k.Id == match.Groups["id"].Value))
                throw new InvalidOperationException($"Care__KeyFile {path}, line {number}: the id {match.Groups["id"].Value} stands there twice.");
            found.Add((match.Groups["id"].Value, key));
        }

        return found.Count > 0 ? new FieldKeys(found) : throw new InvalidOperationException($"Care__KeyFile {path} holds no key: write a line \"id base64-of-32-bytes\".");
    }

    /// <summary>The key of an id; null: it isn't among them.</summary>
    internal byte[]? Find(ReadOnlySpan<byte> id)
    {
        var name = Encoding.ASCII.GetString(id);
        return keys.Find(k => k.Id == name).Key;
    }

    private static byte[]? KeyOf(string text)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == KeyBytes ? bytes : null;
    }

    [GeneratedRegex(@"^(?<id>[A-Za-z0-9-]{1,32})\s+(?<key>[A-Za-z0-9+/]{43}=)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
