using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Webhooks;

/// <summary>A type of event that can be subscribed to.</summary>
/// <param name="Type">Public name.</param>
/// <param name="Description">When it happens.</param>
public sealed record WebhookEventView(string Type, string Description);

/// <summary>Types of events that can be subscribed to.</summary>
public sealed record ListWebhookEvents : IQuery<IReadOnlyList<WebhookEventView>>;

internal sealed class ListWebhookEventsHandler(IMessages messages) : IHandler<ListWebhookEvents, IReadOnlyList<WebhookEventView>>
{
    public Task<Result<IReadOnlyList<WebhookEventView>>> Handle(ListWebhookEvents request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<WebhookEventView>>>(PublicEvents.All.Select(e => new WebhookEventView(e.Type, messages.Of($"webhookEvent.{e.Type}"))).ToList());
}
