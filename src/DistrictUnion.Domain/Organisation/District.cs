using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Organisation;

/// <summary>A district education union (区/县教育工会): the customer. The catalogue of districts is the only shared table.</summary>
public sealed class District : IGlobal, IAppendOnly
{
    private District()
    {
    }

    /// <summary>Identifier.</summary>
    public DistrictId Id { get; private set; }

    /// <summary>Code, unique in the installation.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Since when nobody of the district may sign in; null while it is active.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Founds a district.</summary>
    public static District Found(string code, string name) => new() { Id = DistrictId.New(), Code = code, Name = name };
}
