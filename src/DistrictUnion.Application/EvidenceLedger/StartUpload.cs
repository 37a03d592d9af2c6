using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>A file that is going to be sent piece by piece.</summary>
/// <param name="Name">Name, with its extension.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Nodes">Codes of the leaves that it is to prove.</param>
/// <param name="From">First day that it speaks of.</param>
/// <param name="To">Last day that it speaks of, inclusive.</param>
/// <param name="Replaces">File whose place it takes; what that proves stays, and nothing of it is said here.</param>
/// <param name="PictureHash">Difference hash of a picture, 16 hexadecimal digits; null: not told.</param>
public sealed record UploadInput(string Name, long Size, IReadOnlyList<string>? Nodes = null, DateOnly? From = null, DateOnly? To = null, Guid? Replaces = null, string? PictureHash = null);

/// <summary>Begins an upload; whatever would refuse the file refuses it before its bytes are sent.</summary>
public sealed record StartUpload(RoundId Round, SchoolId School, UploadInput Body) : ICommand<UploadView>;

internal sealed class StartUploadValidator : AbstractValidator<StartUpload>
{
    public StartUploadValidator()
    {
        RuleFor(c => c.Body.Name).Must(n => n is { Length: >= 1 and <= 1000 }).WithErrorCode("evidence.name");
        RuleFor(c => c.Body.Size).GreaterThan(0).WithErrorCode("evidence.empty");
        RuleFor(c => c.Body.PictureHash).PictureHash();
        RuleFor(c => c.Body.Nodes).Must(n => n is null or { Count: <= 200 }).WithErrorCode("list.tooLong");
    }
}

internal sealed class StartUploadHandler(IUnionDb db, ITenantContext tenant, EvidenceGate gate, IEvidenceStore store, ScorecardRollup rollup, TimeProvider clock)
    : IHandler<StartUpload, UploadView>
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task<Result<UploadView>> Handle(StartUpload request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (await gate.RefuseChangeAsync(round, request.School, cancellationToken) is { } refusal)
            return refusal;
        var body = request.Body;
        var purpose = new EvidencePurpose([.. (body.Nodes ?? []).Distinct(StringComparer.Ordinal)], body.From, body.To);
        EvidenceId? replaces = body.Replaces is { } id ? new EvidenceId(id) : null;
        if (replaces is { } replaced)
        {
            if (!await db.Evidence.AnyAsync(EvidenceSight.Current(request.Round, request.School, replaced), cancellationToken))
                return ValidationError.Of("replaces", "evidence.unknown");
        }
        else if (await gate.CheckAsync(round, purpose, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        if (await gate.RefuseSizeAsync(request.Round, request.School, body.Size, cancellationToken) is { } noRoom)
            return noRoom;

        var caller = tenant.RequireCaller();
        var now = clock.GetUtcNow();
        var forgotten = now - Patience;
        foreach (var old in await db.EvidenceUploads.Where(u => u.SchoolId == request.School && u.StartedAt < forgotten).ToListAsync(cancellationToken))
        {
            db.EvidenceUploads.Remove(old);
            store.Discard(caller.DistrictId, old.Id);
        }

        var upload = EvidenceUpload.Start(caller.DistrictId, request.Round, request.School, body.Name, body.Size, purpose, replaces, PictureHash.Parse(body.PictureHash), now);
        db.EvidenceUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return new UploadView(upload.Id.Value, upload.Size, 0);
    }
}
