using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Webhooks;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>
/// Text messages by a gateway of the operator's own, described in infra/sms-gateway.md: providers differ, and each wants its own
/// contract and template numbers, so that a few lines between us and the provider are the operator's.
/// </summary>
internal sealed class SmsGateway(OutboundClient client, MessageOptions options, TimeProvider clock) : IMessageChannel
{
    private const int MaxText = 300;

    public MessageChannel Channel => MessageChannel.Sms;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(options.Sms.Url);

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var text = $"{message.Title}：{message.Body}";
        var id = message.Id.Value.ToString();
        var body = JsonSerializer.Serialize(new { id, to = message.Address, text = text.Length <= MaxText ? text : $"{text[..(MaxText - 1)]}…", link = message.Link }, Json.Stored);
        var answer = await client.PostAsync(options.Sms.Url!, body, WebhookSignature.HeadersOf(id, clock.GetUtcNow(), body, [options.Sms.Secret]), cancellationToken);
        return answer.Status switch
        {
            null when answer.Error == "outbound.forbidden" => new SendOutcome(SendResult.Refused, answer.Error),
            null => new SendOutcome(answer.WasSent ? SendResult.Unconfirmed : SendResult.Unavailable, answer.Error),
            >= 200 and < 300 => new SendOutcome(SendResult.Accepted, ProviderId: IdOf(answer.Text)),
            422 => new SendOutcome(SendResult.AddressRefused, "sms.number", answer.Text),
            429 or >= 500 => new SendOutcome(SendResult.Unavailable, "sms.status", StatusOf(answer)),
            _ => new SendOutcome(SendResult.Refused, "sms.status", StatusOf(answer)),
        };
    }

    private static string StatusOf(OutboundAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"HTTP {answer.Status} {answer.Text}");

    private static string? IdOf(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) ? id.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
