using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>How an obligation was fulfilled.</summary>
/// <param name="On">Business day.</param>
/// <param name="IsLate">Whether late.</param>
/// <param name="By">User name.</param>
/// <param name="Reference">Evidence that arrived; null: it was handed in.</param>
/// <param name="Note">Note.</param>
/// <param name="Files">Files.</param>
public sealed record FulfilmentView(DateOnly On, bool IsLate, string By, string? Reference, string? Note, IReadOnlyList<ObligationFile> Files);

/// <summary>An obligation of a unit.</summary>
/// <param name="Code">Code.</param>
/// <param name="Template">Code of the template.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="Clause">Where it comes from.</param>
/// <param name="Level">Level of the unit.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="School">Code of the school, of a school or a branch.</param>
/// <param name="Period">Period.</param>
/// <param name="Source">What it stems from; null: a period.</param>
/// <param name="OpensOn">First day of work.</param>
/// <param name="BasisOn">Due day before any shift.</param>
/// <param name="DueOn">Due day; null: the working days of its year aren't known yet.</param>
/// <param name="State">State today.</param>
/// <param name="Evidence">What fulfils it.</param>
/// <param name="NeedsProof">Whether handing it in needs a file or a note.</param>
/// <param name="Proof">What the proof is.</param>
/// <param name="Owner">Who owns it today.</param>
/// <param name="Fulfilment">How it was fulfilled; null: it wasn't.</param>
/// <param name="WaivedFor">Why it was waived; null: it wasn't.</param>
/// <param name="Trail">What happened, oldest first.</param>
public sealed record ObligationView(
    string Code,
    string Template,
    string Name,
    string EnglishName,
    ObligationClause Clause,
    UnitLevel Level,
    string Unit,
    string UnitName,
    string? School,
    string Period,
    string? Source,
    DateOnly OpensOn,
    DateOnly BasisOn,
    DateOnly? DueOn,
    ObligationState State,
    EvidenceKind Evidence,
    bool NeedsProof,
    string? Proof,
    OwnerView Owner,
    FulfilmentView? Fulfilment,
    string? WaivedFor,
    IReadOnlyList<ObligationStep> Trail);

/// <summary>Reads obligations with the names that belong to them and who owns them today.</summary>
internal sealed class ObligationViews(IUnionDb db, ITenantContext tenant, ObligationOwners owners, TimeProvider clock)
{
    /// <summary>One obligation, as it is stored.</summary>
    public async Task<Tagged<ObligationView>> OfAsync(ObligationId id, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Obligations.AsNoTracking().Where(o => o.Id == id)).SingleAsync(cancellationToken);
        return new Tagged<ObligationView>((await OfAsync([row], cancellationToken))[0], row.Obligation.Version);
    }

    /// <summary>Obligations with what belongs to them; the statement ends in the caller's hands.</summary>
    public IQueryable<ObligationRow> Rows(IQueryable<Obligation> obligations) => obligations.Select(o => new ObligationRow
    {
        Obligation = o,
        Definition = db.ObligationTemplates.Where(t => t.Id == o.TemplateId).Select(t => t.Definition).First(),
        School = db.Schools.Where(s => s.Id == o.SchoolId).Select(s => new PlaceOfSchool(s.Code, s.Name, s.ZoneId)).FirstOrDefault(),
        Branch = db.Branches.Where(b => b.Id == o.BranchId).Select(b => b.Name).FirstOrDefault(),
        Zone = db.Zones.Where(z => z.Id == o.ZoneId).Select(z => z.Name).FirstOrDefault(),
    });

    /// <summary>Views of rows: one more statement for any number of them, and one for the district's name where it is needed.</summary>
    public async Task<IReadOnlyList<ObligationView>> OfAsync(IReadOnlyList<ObligationRow> rows, CancellationToken cancellationToken)
    {
        var posts = await owners.LoadAsync([.. rows.Select(PlaceOf)], cancellationToken);
        var (today, district) = (clock.Today(), tenant.RequireCaller().DistrictCode);
        return [.. rows.Select(r => ViewOf(r, posts, today, district))];
    }

    private static UnitPlace PlaceOf(ObligationRow row) => new(row.Obligation.Level, row.Obligation.SchoolId, row.Obligation.BranchId, row.Obligation.ZoneId ?? row.School?.ZoneId);

    private static ObligationView ViewOf(ObligationRow row, ObligationOwners.OwnersOfUnits posts, DateOnly today, string district)
    {
        var (o, definition) = (row.Obligation, row.Definition);
        return new ObligationView(
            o.Code,
            o.Template,
            definition.Name,
            definition.EnglishName,
            definition.Clause,
            o.Level,
            o.Unit,
            row.Branch ?? row.School?.Name ?? row.Zone ?? district,
            row.School?.Code,
            o.Period,
            o.Source,
            o.OpensOn,
            o.BasisOn,
            o.DueOn,
            o.StateOn(today),
            o.Evidence,
            definition.NeedsProof,
            definition.Proof,
            posts.Of(definition.Owner.Role, PlaceOf(row)),
            o.FulfilledOn is { } on ? new FulfilmentView(on, o.IsLate, o.FulfilledBy!, o.Reference, o.Note, o.Files) : null,
            o.WaivedFor,
            [.. o.Trail.Select(s => s with { At = BusinessTime.Local(s.At) })]);
    }

    /// <summary>An obligation with what belongs to it.</summary>
    internal sealed class ObligationRow
    {
        public required Obligation Obligation { get; init; }

        public required ObligationDefinition Definition { get; init; }

        public PlaceOfSchool? School { get; init; }

        public string? Branch { get; init; }

        public string? Zone { get; init; }
    }

    /// <summary>A school by its code, name and zone.</summary>
    internal sealed record PlaceOfSchool(string Code, string Name, ZoneId ZoneId);
}
