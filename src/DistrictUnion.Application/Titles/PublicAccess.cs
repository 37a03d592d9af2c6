using System.Security.Cryptography;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Titles;

/// <summary>Enters the district that a public page belongs to. The visitor is nobody: no name, no session, no post.</summary>
internal sealed class PublicAccess(ITenantDirectory directory, ITenantContext tenant)
{
    private const string Visitor = "public";
    private const int ReceiptBytes = 15;

    /// <summary>The district of a notice; null when there is none.</summary>
    public async Task<string?> EnterByNoticeAsync(PublicityNoticeId notice, CancellationToken cancellationToken) =>
        Enter(await directory.FindByNoticeAsync(notice, cancellationToken));

    /// <summary>The district of a certificate; null when there is none.</summary>
    public async Task<string?> EnterByCertificateAsync(string number, CancellationToken cancellationToken) =>
        Enter(await directory.FindByCertificateAsync(number, cancellationToken));

    /// <summary>The district with a code; null when there is none.</summary>
    public async Task<string?> EnterByCodeAsync(string code, CancellationToken cancellationToken) =>
        Enter((await directory.ListDistrictsAsync(cancellationToken)).Where(d => d.Code == code).Select(d => ((DistrictId, string)?)d).FirstOrDefault());

    /// <summary>The notice that an address names; null when it can't be one.</summary>
    public static PublicityNoticeId? NoticeOf(string address) => Guid.TryParse(address, out var id) ? new PublicityNoticeId(id) : null;

    /// <summary>A new receipt, for people to write down.</summary>
    public static string NewReceipt() => Convert.ToHexString(RandomNumberGenerator.GetBytes(ReceiptBytes));

    /// <summary>What is stored of a receipt.</summary>
    public static byte[] Hash(string receipt) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(receipt.Trim().ToUpperInvariant()));

    private string? Enter((DistrictId Id, string Code)? found)
    {
        if (found is not { } district)
            return null;
        tenant.Enter(new Caller(district.Id, district.Code, null, Visitor, Visitor, null, null));
        return district.Code;
    }
}
