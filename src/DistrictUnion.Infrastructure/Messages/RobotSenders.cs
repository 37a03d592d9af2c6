using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>
/// Posts to the robot of a group chat. WeCom and DingTalk take the same body and answer alike: an HTTP 200 whose <c>errcode</c> tells
/// what became of it.
/// </summary>
internal abstract class RobotSender(OutboundClient client) : IMessageChannel
{
    /// <summary>Both cut longer texts off, or refuse them.</summary>
    private const int MaxBytes = 2000;

    public abstract MessageChannel Channel { get; }

    /// <summary>A district has it as soon as somebody enters a group's robot.</summary>
    public bool IsConfigured => true;

    /// <summary>Codes of answers that mean "too many now".</summary>
    protected abstract IReadOnlyList<int> Busy { get; }

    /// <summary>Codes of answers that mean "no such robot".</summary>
    protected abstract IReadOnlyList<int> Unknown { get; }

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new { msgtype = "text", text = new { content = TextOf(message) } }, Json.Stored);
        var answer = await client.PostAsync(AddressOf(message), json, [], cancellationToken);
        if (answer.Status is not { } status)
        {
            var unconfirmed = answer.WasSent && answer.Error != "outbound.forbidden";
            return new SendOutcome(answer.Error == "outbound.forbidden" ? SendResult.Refused : unconfirmed ? SendResult.Unconfirmed : SendResult.Unavailable, answer.Error);
        }

        if (status is < 200 or >= 300)
            return new SendOutcome(status is 429 or >= 500 ? SendResult.Unavailable : SendResult.Refused, "robot.status", $"HTTP {status.ToString(CultureInfo.InvariantCulture)}");
        return Read(answer.Text);
    }

    /// <summary>Address of the request, signed where the robot wants it.</summary>
    protected virtual string AddressOf(OutboundMessage message) => message.Address;

    private SendOutcome Read(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (!json.RootElement.TryGetProperty("errcode", out var code) || !code.TryGetInt32(out var error))
                return new SendOutcome(SendResult.Unconfirmed, "robot.answer", answer);
            if (error == 0)
                return new SendOutcome(SendResult.Accepted);
            var detail = json.RootElement.TryGetProperty("errmsg", out var text) && text.ValueKind == JsonValueKind.String ? $"{error} {text.GetString()}" : $"{error}";
            return new SendOutcome(Busy.Contains(error) ? SendResult.Unavailable : Unknown.Contains(error) ? SendResult.AddressRefused : SendResult.Refused, "robot.refused", detail);
        }
        catch (JsonException)
        {
            return new SendOutcome(SendResult.Unconfirmed, "robot.answer", answer);
        }
    }

    private static string TextOf(OutboundMessage message)
    {
        var link = message.Link is null ? "" : $"\n{message.Link}";
        var room = MaxBytes - Encoding.UTF8.GetByteCount(link);
        var text = new StringBuilder();
        foreach (var rune in $"{message.Title}\n{message.Body}".EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            text.Append(rune);
        }

        return text.Append(link).ToString();
    }
}

/// <summary>Robots of WeCom groups: <c>https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…</c>, 20 messages a minute each.</summary>
internal sealed class WeComSender(OutboundClient client) : RobotSender(client)
{
    public override MessageChannel Channel => MessageChannel.WeCom;

    protected override IReadOnlyList<int> Busy { get; } = [-1, 45009, 45033];

    protected override IReadOnlyList<int> Unknown { get; } = [93000, 93008];
}

/// <summary>Robots of DingTalk groups: <c>https://oapi.dingtalk.com/robot/send?access_token=…</c>, signed with a key where the group wants it.</summary>
internal sealed class DingTalkSender(OutboundClient client, TimeProvider clock) : RobotSender(client)
{
    public override MessageChannel Channel => MessageChannel.DingTalk;

    protected override IReadOnlyList<int> Busy { get; } = [-1, 130101, 410100];

    protected override IReadOnlyList<int> Unknown { get; } = [300001, 400101, 400102];

    /// <summary>Time and signature as DingTalk documents them: HMAC-SHA256 over time, line feed and key, by the key, in Base64.</summary>
    internal static string Sign(long milliseconds, string key)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{milliseconds}\n{key}");
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
    }

    protected override string AddressOf(OutboundMessage message)
    {
        if (message.Key is not { } key)
            return message.Address;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return string.Create(CultureInfo.InvariantCulture, $"{message.Address}&timestamp={now}&sign={Uri.EscapeDataString(Sign(now, key))}");
    }
}
