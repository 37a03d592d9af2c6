using DistrictUnion.Domain.EvidenceLedger;
using FluentValidation;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What a picture's hash must be.</summary>
internal static class PictureHashRule
{
    /// <summary>Whether text can be a difference hash.</summary>
    public static IRuleBuilderOptions<T, string?> PictureHash<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(h => h is null || Domain.EvidenceLedger.PictureHash.Parse(h) is not null).WithErrorCode("evidence.pictureHash");

    /// <summary>Whether text can be the difference hash of a file: only a picture has one.</summary>
    public static IRuleBuilderOptions<T, string?> PictureHash<T>(this IRuleBuilder<T, string?> rule, Func<T, KeptFile> file) =>
        rule.PictureHash().Must((command, hash) => hash is null || file(command).MediaType.StartsWith("image/", StringComparison.Ordinal)).WithErrorCode("evidence.notPicture");
}
