using System.Security.Cryptography;
using DistrictUnion.Application.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>
/// Encrypts with ASP.NET's data protection: keys lie in a folder that every instance of the installation shares, are renewed by
/// themselves, and former ones go on decrypting.
/// </summary>
internal sealed class SecretKeeper(IDataProtectionProvider provider) : ISecretKeeper
{
    private readonly IDataProtector protector = provider.CreateProtector("DistrictUnion.Secrets");

    public string Protect(string text) => protector.Protect(text);

    public string? Reveal(string secret)
    {
        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
