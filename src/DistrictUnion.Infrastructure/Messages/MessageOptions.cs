using System.Net;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>How a mail server is spoken to.</summary>
public enum SmtpSecurity
{
    /// <summary>In the clear: for a relay on the same machine.</summary>
    None,

    /// <summary>Encrypted after the greeting; refused where the server doesn't offer it.</summary>
    StartTls,
}

/// <summary>The mail server, configured under <c>Messages:Smtp</c>; without a host there is no e-mail.</summary>
public sealed class SmtpOptions
{
    /// <summary>Host.</summary>
    public string? Host { get; set; }

    /// <summary>Port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Encryption.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Account; none: no sign-in.</summary>
    public string? UserName { get; set; }

    /// <summary>Its password.</summary>
    public string? Password { get; set; }

    /// <summary>Address that mails come from.</summary>
    public string From { get; set; } = "";

    /// <summary>How long a whole attempt may take; less than the lease of a delivery.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>The gateway of text messages, configured under <c>Messages:Sms</c>; without an address there are none.</summary>
public sealed class SmsOptions
{
    /// <summary>Where messages are posted to.</summary>
    public string? Url { get; set; }

    /// <summary>Secret that requests are signed with, as <c>whsec_</c> and Base64.</summary>
    public string Secret { get; set; } = "";
}

/// <summary>Ways to tell people outside of the product, configured under <c>Messages</c>.</summary>
public sealed class MessageOptions
{
    /// <summary>Public address of this installation, such as <c>https://union.example.cn</c>; without it messages carry no links.</summary>
    public string? Site { get; set; }

    /// <summary>Mail server.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Gateway of text messages.</summary>
    public SmsOptions Sms { get; set; } = new();
}

/// <summary>Where requests to other systems may go, configured under <c>Outbound</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>Networks (CIDR) that are reached although they aren't public: receivers inside of the bureau's own network.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; set; } = [];

    /// <summary>Whether addresses may be plain HTTP.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Whether an address is within an allowed network.</summary>
    internal bool Allows(IPAddress address) => AllowedNetworks.Any(n => IPNetwork.Parse(n).Contains(address));
}
