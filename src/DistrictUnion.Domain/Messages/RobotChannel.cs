using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Messages;

/// <summary>What a robot is to be.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Channel">WeCom or DingTalk.</param>
/// <param name="ZoneId">Zone whose group it is; null: not a zone's.</param>
/// <param name="SchoolId">School whose group it is; null: not a school's.</param>
/// <param name="Kinds">What it tells of.</param>
public sealed record RobotTerms(string Name, MessageChannel Channel, ZoneId? ZoneId, SchoolId? SchoolId, IReadOnlyList<MessageKind> Kinds);

/// <summary>The robot of a group chat: of the district, of a zone, or of a school. Its address is a secret, because whoever knows it can post.</summary>
public sealed class RobotChannel : AggregateRoot, ITenantOwned
{
    private RobotChannel()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public RobotId Id { get; private set; }

    /// <summary>Business code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name of the group.</summary>
    public string Name { get; private set; } = "";

    /// <summary>WeCom or DingTalk.</summary>
    public MessageChannel Channel { get; private set; }

    /// <summary>Zone whose group it is; null: not a zone's.</summary>
    public ZoneId? ZoneId { get; private set; }

    /// <summary>School whose group it is; null: not a school's.</summary>
    public SchoolId? SchoolId { get; private set; }

    /// <summary>What it tells of.</summary>
    public IReadOnlyList<MessageKind> Kinds { get; private set; } = [];

    /// <summary>Address to post to, encrypted.</summary>
    public string SecretAddress { get; private set; } = "";

    /// <summary>Key that DingTalk's signature is made with, encrypted; null: none.</summary>
    public string? SecretKey { get; private set; }

    /// <summary>The address as people may see it.</summary>
    public string MaskedAddress { get; private set; } = "";

    /// <summary>Makes a robot; it has no address yet.</summary>
    public static RobotChannel Make(DistrictId district, string code) => new() { DistrictId = district, Id = RobotId.New(), Code = code };

    /// <summary>Makes it be this.</summary>
    public void Set(RobotTerms terms) => (Name, Channel, ZoneId, SchoolId, Kinds) = (terms.Name, terms.Channel, terms.ZoneId, terms.SchoolId, terms.Kinds);

    /// <summary>Gives it another address.</summary>
    public void SetAddress(string secretAddress, string? secretKey, string maskedAddress) =>
        (SecretAddress, SecretKey, MaskedAddress) = (secretAddress, secretKey, maskedAddress);

    /// <summary>Whether it belongs to a group's chats.</summary>
    public bool IsOf(ZoneId? zone, SchoolId? school) => ZoneId == zone && SchoolId == school;
}
