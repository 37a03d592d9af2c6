using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Application.Messages;

/// <summary>What an unsubscribe link says, encrypted: whose and which messages. Nobody can make one for somebody else, and none needs to be stored.</summary>
/// <param name="District">District.</param>
/// <param name="User">Whose messages.</param>
/// <param name="Kind">Which.</param>
public sealed record UnsubscribeToken(DistrictId District, UserId User, MessageKind Kind)
{
    private const string Mark = "unsubscribe";

    /// <summary>Makes a token.</summary>
    public static string Of(DistrictId district, UserId user, MessageKind kind, ISecretKeeper secrets) =>
        secrets.Protect(string.Create(CultureInfo.InvariantCulture, $"{Mark}|{district.Value}|{user.Value}|{kind}"));

    /// <summary>Reads a token; null when it is none of ours.</summary>
    public static UnsubscribeToken? Read(string token, ISecretKeeper secrets) =>
        secrets.Reveal(token)?.Split('|') is [Mark, var district, var user, var kind] && Enum.TryParse<MessageKind>(kind, out var known)
            ? new UnsubscribeToken(new DistrictId(Guid.Parse(district)), new UserId(Guid.Parse(user)), known)
            : null;
}
