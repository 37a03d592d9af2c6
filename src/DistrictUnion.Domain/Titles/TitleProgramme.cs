using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>A title programme of a district. Campaigns that are open keep the definition they were opened with.</summary>
public sealed class TitleProgramme : AggregateRoot, ITenantOwned
{
    private TitleProgramme()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public TitleProgrammeId Id { get; private set; }

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Definition as JSON.</summary>
    public string Definition { get; private set; } = "{}";

    /// <summary>Makes a programme.</summary>
    public static TitleProgramme Create(DistrictId district, string code, string definition) =>
        new() { DistrictId = district, Id = TitleProgrammeId.New(), Code = code, Definition = definition };

    /// <summary>Takes over another definition; true when that changes anything.</summary>
    public bool Define(string definition)
    {
        var changed = definition != Definition;
        Definition = definition;
        return changed;
    }
}
