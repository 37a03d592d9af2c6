using DistrictUnion.Application.Ports;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>Posts events to other systems by the guarded client.</summary>
internal sealed class WebhookSender(OutboundClient client) : IWebhookSender
{
    public bool IsAcceptable(string url) => client.IsAcceptable(url);

    public async Task<WebhookAnswer> PostAsync(string url, string body, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        var answer = await client.PostAsync(url, body, headers, cancellationToken);
        return new WebhookAnswer(answer.Status, answer.Text.Length == 0 ? null : answer.Text, answer.Error);
    }
}
