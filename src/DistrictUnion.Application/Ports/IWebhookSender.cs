namespace DistrictUnion.Application.Ports;

/// <summary>What another system answered.</summary>
/// <param name="Status">Status; null: no answer came.</param>
/// <param name="Answer">Beginning of the answer.</param>
/// <param name="Error">Code of why none came; null: one did.</param>
public sealed record WebhookAnswer(int? Status, string? Answer, string? Error);

/// <summary>Posts to other systems.</summary>
public interface IWebhookSender
{
    /// <summary>Whether an address may be configured: encrypted, without a name in it, and not of a network that this service doesn't speak to.</summary>
    bool IsAcceptable(string url);

    /// <summary>Posts once. Whatever the other side does is an answer, never an exception.</summary>
    Task<WebhookAnswer> PostAsync(string url, string body, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellationToken);
}
