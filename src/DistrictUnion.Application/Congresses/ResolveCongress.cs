using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>All resolutions of a congress.</summary>
/// <param name="Resolutions">Resolutions, in the order of the agenda.</param>
public sealed record ResolutionsInput(IReadOnlyList<CongressResolution> Resolutions);

/// <summary>Records what a congress put to the vote, in the place of what was recorded before.</summary>
public sealed record ResolveCongress(CongressId Congress, ResolutionsInput Body, Precondition Precondition) : ICommand<Tagged<CongressView>>;

internal sealed class ResolveCongressValidator : AbstractValidator<ResolveCongress>
{
    private const int Most = 100;

    public ResolveCongressValidator()
    {
        RuleFor(c => c.Body.Resolutions).Must(r => r is not null && r.Count <= Most).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Resolutions).ChildRules(r =>
        {
            r.RuleFor(one => one.Subject).PersonalOrBusinessName(1000);
            r.RuleFor(one => one.For).InclusiveBetween(0, CongressPeople.Most).WithErrorCode("congress.people");
            r.RuleFor(one => one.Against).InclusiveBetween(0, CongressPeople.Most).WithErrorCode("congress.people");
            r.RuleFor(one => one.Abstained).InclusiveBetween(0, CongressPeople.Most).WithErrorCode("congress.people");
        });
    }
}

internal sealed class ResolveCongressHandler(CongressDesk desk) : IHandler<ResolveCongress, Tagged<CongressView>>
{
    public Task<Result<Tagged<CongressView>>> Handle(ResolveCongress request, CancellationToken cancellationToken) =>
        desk.StepAsync(request.Congress, request.Precondition, congress => congress.Resolve([.. request.Body.Resolutions.Select(r => r with { Subject = r.Subject.Trim() })]), cancellationToken);
}
