using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>A proposal as people write it.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Suggestion">What should be done.</param>
/// <param name="Proposer">Who proposes.</param>
/// <param name="CoSigners">Who signs with them.</param>
public sealed record ProposalInput(string Title, string Grounds, string Suggestion, ProposalSigner Proposer, IReadOnlyList<ProposalSigner>? CoSigners = null);

internal sealed class ProposalInputValidator : AbstractValidator<ProposalInput>
{
    private const int MostText = 5000;

    public ProposalInputValidator()
    {
        RuleFor(b => b.Title).PersonalOrBusinessName();
        RuleFor(b => b.Grounds).PersonalOrBusinessName(MostText);
        RuleFor(b => b.Suggestion).PersonalOrBusinessName(MostText);
        RuleFor(b => b.Proposer).NotNull().WithErrorCode("name.required");
        RuleFor(b => b.Proposer.Name).PersonalOrBusinessName().When(b => b.Proposer is not null);
        RuleFor(b => b.CoSigners).Must(c => c is null || c.Count <= Proposal.MostSigners).WithErrorCode("list.tooLong");
        RuleForEach(b => b.CoSigners).ChildRules(signer => signer.RuleFor(s => s.Name).PersonalOrBusinessName());
    }
}

/// <summary>Who writes which proposals, and which congress deals with them.</summary>
internal sealed class ProposalDesk(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>The refusal to write a proposal; null: the caller may. A branch lead writes those of the own branch.</summary>
    public async Task<Error?> RefuseWriterAsync(Proposal proposal, CancellationToken cancellationToken) =>
        await OwnBranchAsync(cancellationToken) is { } own && proposal.Branch != own ? new ForbiddenError("proposal.otherBranch") : null;

    /// <summary>What was written, once those who sign are known to be the school's and each signs once.</summary>
    public async Task<Result<ProposalText>> ReadAsync(SchoolId school, ProposalInput body, CancellationToken cancellationToken)
    {
        var proposer = Trim(body.Proposer);
        if (await OwnBranchAsync(cancellationToken) is { } own)
        {
            if (proposer.Branch is not null && proposer.Branch != own)
                return new ForbiddenError("proposal.otherBranch");
            proposer = proposer with { Branch = own };
        }

        List<ProposalSigner> signers = [proposer, .. (body.CoSigners ?? []).Select(Trim)];
        var codes = signers.Select(s => s.Branch).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var today = clock.Today();
        var known = await db.Branches.AsNoTracking().Where(b => codes.Contains(b.Code))
            .Where(b => db.BranchAffiliations.Any(a => a.BranchId == b.Id && a.SchoolId == school && a.From <= today && (a.To == null || a.To > today))).Select(b => b.Code).ToListAsync(cancellationToken);
        for (var i = 0; i < signers.Count; i++)
        {
            var path = i == 0 ? "proposer" : $"coSigners[{i - 1}]";
            if (signers[i].Branch is { } branch && !known.Contains(branch, StringComparer.Ordinal))
                return ValidationError.Of($"{path}.branch", "branch.unknown", ("branch", branch));
            if (signers.Take(i).Contains(signers[i]))
                return ValidationError.Of($"{path}.name", "proposal.signsTwice", ("name", signers[i].Name));
        }

        return new ProposalText(body.Title.Trim(), body.Grounds.Trim(), body.Suggestion.Trim(), proposer, [.. signers.Skip(1)]);
    }

    /// <summary>The planned congresses of a school, the next first.</summary>
    public Task<List<Congress>> PlannedAsync(SchoolId school, CancellationToken cancellationToken) =>
        db.Congresses.Where(c => c.SchoolId == school && c.State == CongressState.Planned).OrderBy(c => c.PlannedOn).ThenBy(c => c.Code).ToListAsync(cancellationToken);

    /// <summary>Gives what waits to the first planned congress by whose deadline it was handed in; the rest waits on.</summary>
    public async Task PlaceAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var waiting = await db.Proposals.Where(p => p.SchoolId == school && p.CongressId == null && p.State != ProposalState.Draft).OrderBy(p => p.SubmittedOn).ThenBy(p => p.UpdatedAt).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return;
        var planned = await PlannedAsync(school, cancellationToken);
        var ids = planned.ConvertAll(c => c.Id);
        var last = await db.Proposals.Where(p => p.CongressId != null && ids.Contains(p.CongressId.Value)).GroupBy(p => p.CongressId).Select(g => new { g.Key, Number = g.Max(p => p.Number) })
            .ToDictionaryAsync(g => g.Key!.Value, g => g.Number ?? 0, cancellationToken);
        foreach (var proposal in waiting)
        {
            if (planned.Find(c => proposal.SubmittedOn <= c.ProposalsUntil) is not { } congress)
                continue;
            last[congress.Id] = last.GetValueOrDefault(congress.Id) + 1;
            proposal.Join(congress.Id, last[congress.Id]);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What a congress that is called off had waits for another one.</summary>
    public async Task ReleaseAsync(CongressId congress, CancellationToken cancellationToken)
    {
        foreach (var proposal in await db.Proposals.Where(p => p.CongressId == congress).ToListAsync(cancellationToken))
            proposal.Join(null, null);
    }

    private static ProposalSigner Trim(ProposalSigner signer) => new(signer.Name.Trim(), PlainWords.Of(signer.Branch));

    private async Task<string?> OwnBranchAsync(CancellationToken cancellationToken) =>
        tenant.RequireCaller() is { Role: Role.BranchLead, Post.BranchId: { } branch } ? await db.Branches.Where(b => b.Id == branch).Select(b => b.Code).SingleAsync(cancellationToken) : null;
}
