using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace DistrictUnion.Infrastructure.Messages;

/// <summary>The address that a name stands for isn't one that this service speaks to.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"{host} is no public address.");

/// <summary>
/// Connections to addresses that people of a district typed: only to public ones, judged by the very address that is then
/// connected to, so that a name which resolves differently a moment later gains nothing. No redirects, no proxy, no cookies.
/// </summary>
internal static class GuardedHttp
{
    /// <summary>Name of the client.</summary>
    public const string Client = "outbound";

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>What is handed out as global unicast of the sixth version; all that is outside is special.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Makes the handler.</summary>
    public static SocketsHttpHandler HandlerOf(OutboundOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = ConnectPatience,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(options, context.DnsEndPoint, cancellationToken),
    };

    /// <summary>Whether an address is reachable by everybody.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)) && !NotPublic.Any(n => n.Contains(plain));
    }

    private static async ValueTask<Stream> ConnectAsync(OutboundOptions options, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = addresses.Where(a => IsPublic(a) || options.Allows(a)).ToArray();
        if (allowed.Length == 0)
            throw new ForbiddenAddressException(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A JSON body that knows whether it left the house.</summary>
internal sealed class TrackedJson : HttpContent
{
    private readonly byte[] bytes;

    public TrackedJson(string json)
    {
        bytes = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    /// <summary>Whether all of it was handed to the connection.</summary>
    public bool WasSent { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes);
        WasSent = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}

/// <summary>An answer, or why there is none.</summary>
/// <param name="Status">Status; null: no answer came.</param>
/// <param name="Text">Beginning of the answer.</param>
/// <param name="Error">Code of why there is none; null: there is one.</param>
/// <param name="WasSent">Whether the request was handed over.</param>
internal sealed record OutboundAnswer(int? Status, string Text, string? Error, bool WasSent);

/// <summary>Posts JSON to addresses that people typed.</summary>
internal sealed class OutboundClient(IHttpClientFactory clients, OutboundOptions options)
{
    private const int MostAnswer = 16 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether an address may be configured at all; where it leads is judged when it is used.</summary>
    public bool IsAcceptable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (options.AllowHttp && uri.Scheme == Uri.UriSchemeHttp))
        && !(IPAddress.TryParse(uri.DnsSafeHost, out var literal) && !GuardedHttp.IsPublic(literal) && !options.Allows(literal));

    /// <summary>Posts; whatever the other side does is an answer.</summary>
    public async Task<OutboundAnswer> PostAsync(string address, string json, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var content = new TrackedJson(json);
        if (!IsAcceptable(address))
            return new OutboundAnswer(null, "", "outbound.forbidden", false);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var client = clients.CreateClient(GuardedHttp.Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new OutboundAnswer((int)response.StatusCode, await ReadAsync(response, limit.Token), null, true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboundAnswer(null, "", "outbound.timeout", content.WasSent);
        }
        catch (HttpRequestException e)
        {
            return new OutboundAnswer(null, "", e.InnerException is ForbiddenAddressException ? "outbound.forbidden" : "outbound.unreachable", content.WasSent);
        }
        catch (IOException)
        {
            return new OutboundAnswer(null, "", "outbound.unreachable", content.WasSent);
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostAnswer];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return OutboundText.Clean(Encoding.UTF8.GetString(buffer, 0, length));
    }
}

/// <summary>What other systems say, made fit to be stored and shown.</summary>
internal static class OutboundText
{
    /// <summary>Leaves out what no database keeps and no page should show.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => !Rune.IsControl(r) || r.Value is '\n' or '\t'));
}
