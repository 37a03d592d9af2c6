namespace DistrictUnion.Application.Ports;

/// <summary>Encrypts single fields with keys that lie outside the database.</summary>
public interface IFieldCipher
{
    /// <summary>Whether there is a key at all.</summary>
    bool IsReady { get; }

    /// <summary>Encrypts a text under the current key.</summary>
    /// <param name="text">Text.</param>
    /// <param name="place">Where it is stored; it opens nowhere else.</param>
    byte[] Seal(string text, string place);

    /// <summary>Decrypts a text; null: its key is missing, it was changed, or it belongs elsewhere.</summary>
    /// <param name="sealedText">What was encrypted.</param>
    /// <param name="place">Where it is stored.</param>
    string? Open(byte[] sealedText, string place);

    /// <summary>A digest of a digest that nobody without the key can compute from a guess.</summary>
    byte[] Blind(byte[] digest);

    /// <summary>Whether a text is encrypted under the current key.</summary>
    bool IsCurrent(byte[] sealedText);
}
