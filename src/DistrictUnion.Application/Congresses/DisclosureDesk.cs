using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Something made public as people tell it.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="PostedOn">Day, not in the future.</param>
/// <param name="Title">What was made public.</param>
/// <param name="Place">Where it hangs.</param>
/// <param name="Link">Where it can be read, <c>http</c> or <c>https</c>.</param>
/// <param name="IsNothing">Whether the semester brought nothing of the category; then it needs no proof.</param>
public sealed record DisclosureInput(DisclosureCategory Category, DateOnly PostedOn, string Title, string? Place = null, string? Link = null, bool IsNothing = false)
{
    internal DisclosureAccount Account() => new(Category, Title.Trim(), PostedOn, PlainWords.Of(Place), PlainWords.Of(Link), IsNothing);
}

internal sealed class DisclosureInputValidator : AbstractValidator<DisclosureInput>
{
    private const int MostText = 1000;

    public DisclosureInputValidator(TimeProvider clock)
    {
        RuleFor(b => b.Category).IsInEnum().WithErrorCode("disclosure.category");
        RuleFor(b => b.Title).PersonalOrBusinessName();
        RuleFor(b => b.PostedOn).Must(d => d <= clock.Today()).WithErrorCode("date.future");
        RuleFor(b => b.PostedOn).Must(d => d.Year >= 2000).WithErrorCode("calendar.yearRange");
        RuleFor(b => b.Place).Must(p => p is null || p.Length <= MostText).WithErrorCode("text.tooLong");
        RuleFor(b => b.Link).Must(l => string.IsNullOrWhiteSpace(l) || (l.Length <= MostText && Uri.TryCreate(l.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            .WithErrorCode("disclosure.link");
    }
}

/// <summary>What every step of something made public has in common: locks first, then the step, then obligations and scores follow.</summary>
internal sealed class DisclosureDesk(IUnionDb db, ITenantContext tenant, CongressDesk congresses, CongressObligations obligations, DisclosureViews views)
{
    /// <summary>Records something new.</summary>
    public async Task<Result<Tagged<DisclosureView>>> RecordAsync(DisclosureInput body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (congresses.OwnSchool is not { } school)
            return new ForbiddenError();
        await using var work = await congresses.BeginAcrossSchoolsAsync(school, cancellationToken);
        var disclosure = Disclosure.Record(caller.DistrictId, school, body.Account(), caller.UserName, now);
        db.Disclosures.Add(disclosure);
        await obligations.FollowDisclosuresAsync(school, [disclosure.PostedOn], cancellationToken);
        await congresses.ScoreAsync(work, school, cancellationToken);
        return await views.OfAsync(disclosure.Id, true, cancellationToken);
    }

    /// <summary>Takes a step; what it refuses changes nothing.</summary>
    /// <param name="id">Which.</param>
    /// <param name="precondition">What the caller knows of it.</param>
    /// <param name="step">The step.</param>
    /// <param name="creates">Whether the answer tells of something new.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Result<Tagged<DisclosureView>>> StepAsync(
        DisclosureId id, Precondition precondition, Func<Disclosure, Error?> step, bool creates, CancellationToken cancellationToken)
    {
        var school = await db.Disclosures.Where(d => d.Id == id).Select(d => d.SchoolId).SingleAsync(cancellationToken);
        await using var work = await congresses.BeginAcrossSchoolsAsync(school, cancellationToken);
        var disclosure = await db.Disclosures.SingleAsync(d => d.Id == id, cancellationToken);
        if (precondition.Against(disclosure) is { } stale)
            return stale;
        var before = disclosure.PostedOn;
        if (step(disclosure) is { } refusal)
            return refusal;
        await obligations.FollowDisclosuresAsync(school, [before, disclosure.PostedOn], cancellationToken);
        await congresses.ScoreAsync(work, school, cancellationToken);
        return await views.OfAsync(id, creates, cancellationToken);
    }
}
