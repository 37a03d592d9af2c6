using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>What schools' congresses, proposals and disclosures make of the facts that schemes count from them.</summary>
internal sealed class CongressCredits(IUnionDb db)
{
    /// <summary>Data items that count them.</summary>
    public static IReadOnlyList<FactDefinition> Counted(CompiledScheme scheme) => [.. scheme.Definition.Facts.Where(f => f.Congress is not null)];

    /// <summary>Dated events of schools within a window: three statements for any number of schools.</summary>
    public async Task<IReadOnlyDictionary<SchoolId, IReadOnlyList<CheckedEvent>>> EventsAcrossSchoolsAsync(
        IReadOnlyCollection<SchoolId> schools, DateOnly from, DateOnly to, IReadOnlyList<FactDefinition> counted, CancellationToken cancellationToken)
    {
        if (counted.Count == 0)
            return schools.ToDictionary(s => s, _ => (IReadOnlyList<CheckedEvent>)[]);
        var ids = schools.ToList();
        var congresses = (await db.Congresses.AsNoTracking()
            .Where(c => ids.Contains(c.SchoolId) && (c.State == CongressState.Held || c.State == CongressState.Confirmed) && c.HeldOn >= from && c.HeldOn <= to)
            .OrderBy(c => c.HeldOn).ThenBy(c => c.Code).ToListAsync(cancellationToken)).ToLookup(c => c.SchoolId);
        var held = congresses.SelectMany(c => c).Select(c => c.Id).ToList();
        var proposals = (await db.Proposals.AsNoTracking().Where(p => p.CongressId != null && held.Contains(p.CongressId.Value))
            .Select(p => new { p.CongressId, p.State, p.Rating }).ToListAsync(cancellationToken)).ToLookup(p => p.CongressId!.Value, p => new ProposalStanding(p.State, p.Rating));
        var disclosures = (await db.Disclosures.AsNoTracking().Where(d => ids.Contains(d.SchoolId) && d.Counts && d.PostedOn >= from && d.PostedOn <= to)
            .OrderBy(d => d.PostedOn).ThenBy(d => d.Id).Select(d => new { d.SchoolId, d.Id, d.Category, d.PostedOn, d.IsNothing, d.Title }).ToListAsync(cancellationToken)).ToLookup(d => d.SchoolId);
        return ids.ToDictionary(s => s, s =>
        {
            var titles = disclosures[s].ToDictionary(d => Disclosure.ReferenceOf(d.Id), d => d.Title, StringComparer.Ordinal);
            IReadOnlyList<DisclosureStanding> standings = [.. disclosures[s].Select(d => new DisclosureStanding(d.Id.Value, d.Category, d.PostedOn, d.IsNothing))];
            return (IReadOnlyList<CheckedEvent>)
            [
                .. from congress in congresses[s]
                   from fact in counted
                   let value = CongressFigures.Of(congress, [.. proposals[congress.Id]], fact.Congress!.Value)
                   where value is not null
                   select new CheckedEvent(congress.Reference, fact.Code, congress.HeldOn!.Value, value.Value, congress.Code),
                .. from fact in counted
                   from credit in CongressFigures.Of(standings, fact.Congress!.Value)
                   select new CheckedEvent(credit.Reference, fact.Code, credit.On, credit.Value, titles.GetValueOrDefault(credit.Reference)),
            ];
        });
    }
}
