using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>What a subscription is to be.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Events">Types of events.</param>
public sealed record WebhookInput(string Name, string Url, IReadOnlyList<string> Events);

/// <summary>Makes or changes a subscription; the secret is in the answer that makes it and nowhere else.</summary>
public sealed record PutWebhook(string Code, WebhookInput Body, Precondition Precondition) : ICommand<Tagged<WebhookView>>;

internal sealed class PutWebhookValidator : AbstractValidator<PutWebhook>
{
    private const int MaxUrl = 2000;

    public PutWebhookValidator(IWebhookSender sender)
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Url).Must(u => u.Length <= MaxUrl && sender.IsAcceptable(u)).WithErrorCode("outbound.url");
        RuleFor(c => c.Body.Events).Must(e => e.Count > 0 && e.Distinct(StringComparer.Ordinal).Count() == e.Count && e.All(t => PublicEvents.All.Any(p => p.Type == t))).WithErrorCode("webhook.events");
    }
}

internal sealed class PutWebhookHandler(IUnionDb db, ITenantContext tenant, ISecretKeeper secrets, TimeProvider clock) : IHandler<PutWebhook, Tagged<WebhookView>>
{
    public async Task<Result<Tagged<WebhookView>>> Handle(PutWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.SingleOrDefaultAsync(w => w.Code == request.Code, cancellationToken);
        if (request.Precondition.Against(webhook) is { } refusal)
            return refusal;
        string? secret = null;
        if (webhook is null)
        {
            secret = WebhookSignature.NewSecret();
            webhook = WebhookSubscription.Make(tenant.RequireCaller().DistrictId, request.Code, secrets.Protect(secret));
            db.Webhooks.Add(webhook);
        }

        webhook.Set(request.Body.Name, request.Body.Url, request.Body.Events);
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<WebhookView>(WebhookView.Of(webhook, clock.GetUtcNow(), secret), webhook.Version, secret is not null);
    }
}
