using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>A title programme.</summary>
/// <param name="Code">Code.</param>
/// <param name="Definition">What it says.</param>
public sealed record ProgrammeView(string Code, ProgrammeDefinition Definition)
{
    internal static Tagged<ProgrammeView> Of(TitleProgramme programme, bool created = false) =>
        new(new ProgrammeView(programme.Code, Json.Read<ProgrammeDefinition>(programme.Definition)), programme.Version, created);
}
