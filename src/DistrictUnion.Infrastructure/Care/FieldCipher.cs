using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Infrastructure.Care;

/// <summary>
/// AES-256-GCM, a random nonce for each text. What is stored: version, length of the key's id, id, nonce, tag, ciphertext. Version, id and
/// the place where it is stored are authenticated, so that nothing opens elsewhere or under another key's name. Texts are padded to whole
/// blocks before, so that a length tells neither a name nor a sum of money.
/// </summary>
internal sealed class FieldCipher(FieldKeys keys) : IFieldCipher
{
    private const byte Version = 1;
    private const byte PaddingMark = 0x80;
    private const int Block = 64;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public bool IsReady => keys.Current is not null;

    public byte[] Seal(string text, string place)
    {
        var (id, key) = keys.Current ?? throw new InvalidOperationException("No key is configured.");
        var padded = Pad(Encoding.UTF8.GetBytes(text));
        byte[] head = [Version, (byte)id.Length, .. Encoding.ASCII.GetBytes(id)];
        var sealedText = new byte[head.Length + NonceBytes + TagBytes + padded.Length];
        head.CopyTo(sealedText, 0);
        var nonce = sealedText.AsSpan(head.Length, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, padded, sealedText.AsSpan(head.Length + NonceBytes + TagBytes), sealedText.AsSpan(head.Length + NonceBytes, TagBytes), BoundTo(head, place));
        return sealedText;
    }

    public string? Open(byte[] sealedText, string place)
    {
        if (HeadOf(sealedText) is not { } length || keys.Find(sealedText.AsSpan(2, length - 2)) is not { } key)
            return null;
        var text = new byte[sealedText.Length - length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                sealedText.AsSpan(length, NonceBytes),
                sealedText.AsSpan(length + NonceBytes + TagBytes),
                sealedText.AsSpan(length + NonceBytes, TagBytes),
                text,
                BoundTo(sealedText.AsSpan(0, length), place));
        }
        catch (CryptographicException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(text.AsSpan(0, text.AsSpan().LastIndexOf(PaddingMark)));
    }

    public byte[] Blind(byte[] digest)
    {
        // Without a key nothing is stored that a repeat could be of.
        if (keys.Current is not { } current)
            return RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);
        return HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, current.Key, HMACSHA256.HashSizeInBytes, info: "repeats"u8.ToArray()), digest);
    }

    public bool IsCurrent(byte[] sealedText) => keys.Current is { } current && HeadOf(sealedText) is { } length && Encoding.ASCII.GetString(sealedText.AsSpan(2, length - 2)) == current.Id;

    /// <summary>Length of what stands before the nonce; null: it is no text of ours.</summary>
    private static int? HeadOf(byte[] sealedText) =>
        sealedText.Length > 2 && sealedText[0] == Version && sealedText.Length > 2 + sealedText[1] + NonceBytes + TagBytes ? 2 + sealedText[1] : null;

    private static byte[] BoundTo(ReadOnlySpan<byte> head, string place) => [.. head, .. Encoding.UTF8.GetBytes(place)];

    /// <summary>The text, a mark, and zeros to a whole block.</summary>
    private static byte[] Pad(byte[] text)
    {
        var padded = new byte[((text.Length / Block) + 1) * Block];
        text.CopyTo(padded, 0);
        padded[text.Length] = PaddingMark;
        return padded;
    }
}
