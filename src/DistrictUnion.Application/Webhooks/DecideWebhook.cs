using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>What is done with a subscription.</summary>
public enum WebhookStep
{
    /// <summary>It gets events again.</summary>
    Enable,

    /// <summary>It gets no more events.</summary>
    Disable,

    /// <summary>It gets another secret; the former one signs a day longer.</summary>
    Rotate,
}

/// <summary>Turns a subscription on or off, or gives it another secret, which is in the answer and nowhere else.</summary>
public sealed record DecideWebhook(WebhookId Webhook, WebhookStep Step, Precondition Precondition) : ICommand<Tagged<WebhookView>>;

internal sealed class DecideWebhookValidator : AbstractValidator<DecideWebhook>
{
    public DecideWebhookValidator() => RuleFor(c => c.Webhook).NotEmpty().WithErrorCode("webhook.unknown");
}

internal sealed class DecideWebhookHandler(IUnionDb db, ISecretKeeper secrets, TimeProvider clock) : IHandler<DecideWebhook, Tagged<WebhookView>>
{
    public async Task<Result<Tagged<WebhookView>>> Handle(DecideWebhook request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == request.Webhook, cancellationToken);
        if (request.Precondition.Against(webhook.Version) is { } refusal)
            return refusal;
        string? secret = null;
        switch (request.Step)
        {
            case WebhookStep.Enable:
                webhook.Enable();
                break;
            case WebhookStep.Disable:
                webhook.Disable(WebhookEnd.ByHand);
                break;
            default:
                secret = WebhookSignature.NewSecret();
                webhook.Rotate(secrets.Protect(secret), now);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<WebhookView>(WebhookView.Of(webhook, now, secret), webhook.Version);
    }
}

/// <summary>Takes a subscription away with its log.</summary>
public sealed record DeleteWebhook(WebhookId Webhook, Precondition Precondition) : ICommand<Nothing>;

internal sealed class DeleteWebhookValidator : AbstractValidator<DeleteWebhook>
{
    public DeleteWebhookValidator() => RuleFor(c => c.Webhook).NotEmpty().WithErrorCode("webhook.unknown");
}

internal sealed class DeleteWebhookHandler(IUnionDb db) : IHandler<DeleteWebhook, Nothing>
{
    public async Task<Result<Nothing>> Handle(DeleteWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == request.Webhook, cancellationToken);
        if (request.Precondition.Against(webhook.Version) is { } refusal)
            return refusal;
        db.Webhooks.Remove(webhook);
        return default(Nothing);
    }
}
