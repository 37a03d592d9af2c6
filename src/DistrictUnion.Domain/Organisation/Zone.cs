using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Organisation;

/// <summary>A zone (片区) of a district.</summary>
public sealed class Zone : AggregateRoot, ITenantOwned
{
    private Zone()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public ZoneId Id { get; private set; }

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Makes a zone.</summary>
    public static Zone Create(DistrictId district, string code, string name) =>
        new() { DistrictId = district, Id = ZoneId.New(), Code = code, Name = name };

    /// <summary>Renames the zone; true when that changes anything.</summary>
    public bool Rename(string name)
    {
        var changed = Name != name;
        Name = name;
        return changed;
    }
}
