using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Messages;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>
/// E-mail by the framework's own client: MailKit isn't in the registries that this product must restore from. What the client doesn't
/// tell, whether the text was handed over when the time ran out, is seen from the last part's stream: once it was read to its end the
/// server may have taken the mail, and sending it again could mean twice.
/// </summary>
internal sealed class SmtpSender(MessageOptions options) : IMessageChannel
{
    private readonly SmtpOptions smtp = options.Smtp;

    public MessageChannel Channel => MessageChannel.Email;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(smtp.Host);

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(message.Address, out var to))
            return new SendOutcome(SendResult.AddressRefused, "smtp.address");
        var last = new NoticedStream(Encoding.UTF8.GetBytes(HtmlOf(message)));
        var sending = SendAsync(Compose(message, to, last), cancellationToken);
        try
        {
            await sending.WaitAsync(TimeSpan.FromSeconds(smtp.TimeoutSeconds), cancellationToken);
            return new SendOutcome(SendResult.Accepted, ProviderId: MessageIdOf(message));
        }
        catch (TimeoutException)
        {
            // The client doesn't let go of an answer that it waits for; what it makes of it later is nobody's business any more.
            return new SendOutcome(last.WasReadToEnd ? SendResult.Unconfirmed : SendResult.Unavailable, "smtp.timeout");
        }
        catch (SmtpFailedRecipientException e)
        {
            return Refused(e, SendResult.AddressRefused);
        }
        catch (SmtpException e) when (e.StatusCode == SmtpStatusCode.GeneralFailure && last.WasReadToEnd)
        {
            return new SendOutcome(SendResult.Unconfirmed, "smtp.lost", DetailOf(e));
        }
        catch (SmtpException e)
        {
            return Refused(e, SendResult.Refused);
        }
    }

    private async Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        using var owned = mail;

        // Its own limit comes after ours, which tells what had been sent by then.
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.Security == SmtpSecurity.StartTls, Timeout = smtp.TimeoutSeconds * 2000 };
        if (!string.IsNullOrEmpty(smtp.UserName))
            client.Credentials = new NetworkCredential(smtp.UserName, smtp.Password);
        await client.SendMailAsync(mail, cancellationToken);
    }

    /// <summary>The same at every attempt, so that a mail that arrives twice can be told.</summary>
    private string MessageIdOf(OutboundMessage message) => $"<{message.Id.Value:N}@{new MailAddress(smtp.From).Host}>";

    private MailMessage Compose(OutboundMessage message, MailAddress to, NoticedStream last)
    {
        var mail = new MailMessage
        {
            From = new MailAddress(smtp.From),
            Subject = message.Title.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = TextOf(message),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        mail.To.Add(to);
        mail.AlternateViews.Add(new AlternateView(last, new ContentType("text/html; charset=utf-8")) { TransferEncoding = TransferEncoding.Base64 });
        mail.Headers.Add("Message-ID", MessageIdOf(message));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Unsubscribe is not null)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{message.Unsubscribe}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return mail;
    }

    private static SendOutcome Refused(SmtpException e, SendResult forGood)
    {
        var code = (int)e.StatusCode;
        var detail = DetailOf(e);
        return code switch
        {
            >= 500 => new SendOutcome(forGood, forGood == SendResult.AddressRefused ? "smtp.recipient" : "smtp.refused", detail),
            >= 400 => new SendOutcome(SendResult.Unavailable, "smtp.busy", detail),
            _ => new SendOutcome(SendResult.Unavailable, "smtp.unreachable", detail),
        };
    }

    private static string DetailOf(SmtpException e) =>
        OutboundText.Clean((int)e.StatusCode > 0 ? string.Create(CultureInfo.InvariantCulture, $"{(int)e.StatusCode} {e.Message}") : e.InnerException?.Message ?? e.Message);

    private static string TextOf(OutboundMessage message) =>
        string.Join("\n\n", new[] { message.Body, message.Link, message.Unsubscribe is null ? null : $"退订 / Unsubscribe: {message.Unsubscribe}" }.OfType<string>());

    private static string HtmlOf(OutboundMessage message)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><body style=\"font-family:sans-serif;font-size:16px\">");
        html.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(message.Body).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        if (message.Link is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{WebUtility.HtmlEncode(message.Link)}\">{WebUtility.HtmlEncode(message.Link)}</a></p>");
        if (message.Unsubscribe is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"font-size:12px\"><a href=\"{WebUtility.HtmlEncode(message.Unsubscribe)}\">退订 / Unsubscribe</a></p>");
        return html.Append("</body></html>").ToString();
    }

    /// <summary>Notices that it was read to its end, and still knows when it is disposed of with its mail.</summary>
    private sealed class NoticedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        private bool ended;

        public bool WasReadToEnd => ended || (CanRead && Position >= Length);

        protected override void Dispose(bool disposing)
        {
            ended = WasReadToEnd;
            base.Dispose(disposing);
        }
    }
}
