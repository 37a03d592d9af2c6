using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>A resolution with its result.</summary>
/// <param name="Subject">What was decided.</param>
/// <param name="For">Votes for it.</param>
/// <param name="Against">Votes against it.</param>
/// <param name="Abstained">Abstentions.</param>
/// <param name="IsSecret">Whether the ballot was secret.</param>
/// <param name="Passed">Whether it passed.</param>
public sealed record ResolutionView(string Subject, int For, int Against, int Abstained, bool IsSecret, bool Passed);

/// <summary>A file of a congress.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">File name.</param>
/// <param name="At">Server receipt.</param>
public sealed record CongressFileView(Guid Id, CongressFileKind Kind, string Name, DateTimeOffset At);

/// <summary>A step that was taken.</summary>
/// <param name="Step">Which.</param>
/// <param name="Actor">User name of who took it.</param>
/// <param name="At">Server receipt.</param>
/// <param name="Note">Why.</param>
public sealed record CongressStepView(string Step, string Actor, DateTimeOffset At, string? Note)
{
    internal static IReadOnlyList<CongressStepView> Of(IReadOnlyList<CongressStep> trail) => [.. trail.Select(s => new CongressStepView(s.Step, s.Actor, BusinessTime.Local(s.At), s.Note))];
}

/// <summary>Numbers of a congress's proposals.</summary>
/// <param name="Submitted">Handed in.</param>
/// <param name="Accepted">Accepted.</param>
/// <param name="Replied">With a reply that stands.</param>
/// <param name="Rated">Rated.</param>
/// <param name="Satisfied">Rated satisfied or mostly satisfied.</param>
public sealed record ProposalCounts(int Submitted, int Accepted, int Replied, int Rated, int Satisfied)
{
    internal static ProposalCounts Of(IReadOnlyCollection<ProposalStanding> proposals) => new(
        proposals.Count(p => p.State != ProposalState.Draft),
        proposals.Count(p => CongressFigures.IsAccepted(p.State)),
        proposals.Count(p => CongressFigures.IsReplied(p.State)),
        proposals.Count(p => p.State == ProposalState.Rated),
        proposals.Count(p => p is { State: ProposalState.Rated, Rating: ProposalRating.Satisfied or ProposalRating.Mostly }));
}

/// <summary>A session of a staff congress.</summary>
/// <param name="Code">Code.</param>
/// <param name="School">Code of the school.</param>
/// <param name="Kind">Who meets.</param>
/// <param name="Term">Term (届).</param>
/// <param name="Session">Session (次).</param>
/// <param name="State">Where it stands.</param>
/// <param name="PlannedOn">Planned day.</param>
/// <param name="HeldOn">Day on which it was held.</param>
/// <param name="Delegates">People entitled.</param>
/// <param name="Present">People present.</param>
/// <param name="Needed">People who must be present, two thirds.</param>
/// <param name="Agenda">Agenda.</param>
/// <param name="Terms">Rules by which it is held.</param>
/// <param name="ProposalsUntil">Last day for proposals.</param>
/// <param name="Resolutions">Resolutions.</param>
/// <param name="Files">Files.</param>
/// <param name="Proposals">Numbers of its proposals.</param>
/// <param name="Trail">What happened.</param>
/// <param name="Allowed">What may be done next.</param>
public sealed record CongressView(
    string Code,
    string School,
    CongressKind Kind,
    int Term,
    int Session,
    CongressState State,
    DateOnly PlannedOn,
    DateOnly? HeldOn,
    int Delegates,
    int? Present,
    int Needed,
    string? Agenda,
    CongressTerms Terms,
    DateOnly ProposalsUntil,
    IReadOnlyList<ResolutionView> Resolutions,
    IReadOnlyList<CongressFileView> Files,
    ProposalCounts Proposals,
    IReadOnlyList<CongressStepView> Trail,
    IReadOnlyList<string> Allowed);

/// <summary>Reads congresses with the numbers of their proposals.</summary>
internal sealed class CongressViews(IUnionDb db)
{
    /// <summary>One congress, as it is stored.</summary>
    public async Task<Tagged<CongressView>> OfAsync(CongressId id, bool created, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Congresses.AsNoTracking().Where(c => c.Id == id)).SingleAsync(cancellationToken);
        return new Tagged<CongressView>((await OfAsync([row], cancellationToken))[0], row.Congress.Version, created);
    }

    /// <summary>Congresses with their schools.</summary>
    public IQueryable<CongressRow> Rows(IQueryable<Congress> congresses) => congresses.Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new CongressRow { Congress = c, School = s.Code });

    /// <summary>Views of rows: one more statement for any number.</summary>
    public async Task<IReadOnlyList<CongressView>> OfAsync(IReadOnlyList<CongressRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Congress.Id).ToList();
        var proposals = (await db.Proposals.AsNoTracking().Where(p => p.CongressId != null && ids.Contains(p.CongressId.Value)).Select(p => new { p.CongressId, p.State, p.Rating }).ToListAsync(cancellationToken))
            .ToLookup(p => p.CongressId!.Value, p => new ProposalStanding(p.State, p.Rating));
        return [.. rows.Select(r => ViewOf(r.Congress, r.School, [.. proposals[r.Congress.Id]]))];
    }

    private static CongressView ViewOf(Congress c, string school, IReadOnlyCollection<ProposalStanding> proposals) => new(
        c.Code,
        school,
        c.Kind,
        c.Term,
        c.Session,
        c.State,
        c.PlannedOn,
        c.HeldOn,
        c.Delegates,
        c.Present,
        ((c.Delegates * 2) + 2) / 3,
        c.Agenda,
        c.Terms,
        c.ProposalsUntil,
        [.. c.Resolutions.Select(r => new ResolutionView(r.Subject, r.For, r.Against, r.Abstained, r.IsSecret, c.Passed(r)))],
        [.. c.Files.Select(f => new CongressFileView(f.Id, f.Kind, f.File.Name, BusinessTime.Local(f.At)))],
        ProposalCounts.Of(proposals),
        CongressStepView.Of(c.Trail),
        c.Refusal().Allowed!);

    /// <summary>A congress with its school.</summary>
    internal sealed class CongressRow
    {
        public required Congress Congress { get; init; }

        public required string School { get; init; }
    }
}
