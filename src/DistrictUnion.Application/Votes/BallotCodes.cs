using System.Security.Cryptography;
using System.Text;

namespace DistrictUnion.Application.Votes;

/// <summary>Random codes that people may have to read and type: letters and digits that are hardly mixed up.</summary>
public static class BallotCodes
{
    /// <summary>Letters that a vote's receipts begin with: 40 bits.</summary>
    public const int PrefixLength = 8;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TokenLength = 32;
    private const int SecretLength = 16;
    private const int Group = 4;

    /// <summary>The token of a one-time link: 160 random bits.</summary>
    public static string NewToken() => RandomNumberGenerator.GetString(Alphabet, TokenLength);

    /// <summary>What the receipts of a new vote begin with.</summary>
    public static string NewPrefix() => RandomNumberGenerator.GetString(Alphabet, PrefixLength);

    /// <summary>A receipt of a vote: its letters and 80 random bits, in groups of four.</summary>
    public static string NewReceipt(string prefix) =>
        string.Join('-', (prefix + RandomNumberGenerator.GetString(Alphabet, SecretLength)).Chunk(Group).Select(g => new string(g)));

    /// <summary>What is stored of a token.</summary>
    public static byte[] HashToken(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>What is stored of a receipt: 128 bits of its hash, so that the box stays small.</summary>
    public static string HashReceipt(string receipt) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(receipt)))[..32];

    /// <summary>A receipt as somebody typed it: any case, with or without hyphens and spaces, O for 0, I and L for 1; null when it can't be one.</summary>
    public static string? ReadReceipt(string typed)
    {
        var letters = typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－' or '—')).Select(c => char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        }).ToArray();
        return letters.Length == PrefixLength + SecretLength && letters.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            ? string.Join('-', letters.Chunk(Group).Select(g => new string(g)))
            : null;
    }

    /// <summary>The letters of the vote in a receipt that was read.</summary>
    public static string PrefixOf(string receipt) => receipt.Replace("-", "", StringComparison.Ordinal)[..PrefixLength];
}
