using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>A school beside others.</summary>
public sealed record ComparedSchool(string School, string Name, decimal Total, decimal Base, decimal Bonus, decimal Late, Outcome Outcome, string? Grade);

/// <summary>A school's scores of one node.</summary>
public sealed record ComparedScore(decimal? Self, decimal? Review, decimal? Final, bool NotApplicable);

/// <summary>A node with the scores of each school, in the order of the schools.</summary>
public sealed record ComparedNode(string Code, string Name, string? Parent, decimal? Max, IReadOnlyList<ComparedScore> Scores);

/// <summary>Schools side by side, in the order asked for.</summary>
public sealed record ComparisonView(IReadOnlyList<ComparedSchool> Schools, IReadOnlyList<ComparedNode> Nodes);

/// <summary>Scorecards of up to ten schools side by side, for district staff; a zone lead's of the own zone.</summary>
public sealed record CompareScorecards(RoundId Round, IReadOnlyList<string> Schools) : IQuery<ComparisonView>;

internal sealed class CompareScorecardsValidator : AbstractValidator<CompareScorecards>
{
    /// <summary>More do not fit beside each other on a page.</summary>
    private const int MaxSchools = 10;

    public CompareScorecardsValidator() =>
        RuleFor(c => c.Schools).Must(s => s.Count is > 0 and <= MaxSchools).WithErrorCode("compare.count").OverridePropertyName("school");
}

internal sealed class CompareScorecardsHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes) : IHandler<CompareScorecards, ComparisonView>
{
    public async Task<Result<ComparisonView>> Handle(CompareScorecards request, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller() is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var codes = request.Schools.Distinct(StringComparer.Ordinal).ToList();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.State == RoundState.Planned)
            return new NotFoundError();
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var found = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == request.Round && (zone == null || c.ZoneId == zone))
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { Card = c, s.Code, s.Name })
            .Where(c => codes.Contains(c.Code))
            .ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, cancellationToken);
        if (found.Count < codes.Count)
            return new NotFoundError();
        var cards = codes.ConvertAll(code => (found[code], Values: NodeValues.Read(found[code].Card.Nodes)));
        return new ComparisonView(
            [.. cards.Select(c => new ComparedSchool(
                c.Item1.Code,
                c.Item1.Name,
                Scorecard.Points(c.Item1.Card.Total),
                Scorecard.Points(c.Item1.Card.Base),
                Scorecard.Points(c.Item1.Card.Bonus),
                Scorecard.Points(c.Item1.Card.Late),
                c.Item1.Card.Outcome,
                c.Item1.Card.Grade))],
            [.. scheme.Nodes.Select(node => new ComparedNode(
                node.Code,
                node.Name,
                node.Parent >= 0 ? scheme.Nodes[node.Parent].Code : null,
                node.Max,
                [.. cards.Select(c => new ComparedScore(
                    c.Values[node.Index].Self,
                    c.Values[node.Index].Review,
                    c.Values[node.Index].Final,
                    c.Values[node.Index].Flags.HasFlag(NodeFlags.NotApplicable)))]))]);
    }
}
