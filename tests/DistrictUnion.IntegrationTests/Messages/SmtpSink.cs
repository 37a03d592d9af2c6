using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>A mail as it came over the wire.</summary>
/// <param name="To">Recipient of the envelope.</param>
/// <param name="Text">Head and body.</param>
internal sealed record ReceivedMail(string To, string Text)
{
    /// <summary>The value of a header, its folded lines joined and its encoded words read.</summary>
    public string? Header(string name)
    {
        var head = Text[..Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        var line = Array.Find(head.Split("\r\n"), l => l.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        return line is null ? null : string.Concat(line[(name.Length + 1)..].Trim().Split(' ').Select((word, i) => Read(word, i)));
    }

    /// <summary>The plain text.</summary>
    public string Body
    {
        get
        {
            var part = Text[Text.IndexOf("Content-Type: text/plain", StringComparison.OrdinalIgnoreCase)..];
            var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            var end = body.IndexOf("\r\n--", StringComparison.Ordinal);
            return Encoding.UTF8.GetString(Convert.FromBase64String((end < 0 ? body : body[..end]).ReplaceLineEndings("")));
        }
    }

    private static string Read(string word, int index)
    {
        const string mark = "=?utf-8?B?";
        return word.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && word.EndsWith("?=", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word[mark.Length..^2]))
            : index == 0 ? word : $" {word}";
    }
}

/// <summary>
/// A mail server on the loopback that takes what it is sent, unless the recipient's name says otherwise: <c>gone…</c> is unknown (550),
/// <c>busy…</c> is put off (451) until somebody says it isn't any more, <c>late…</c> is taken, but nobody is told.
/// </summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    private SmtpSink()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    /// <summary>Starts one.</summary>
    public static SmtpSink Start() => new();

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Mails in the order they came.</summary>
    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Whether <c>busy…</c> is put off.</summary>
    public bool IsBusy { get; set; } = true;

    /// <summary>Mails to an address.</summary>
    public IReadOnlyList<ReceivedMail> To(string address) => [.. Mails.Where(m => m.To == address)];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> clients = [];
        try
        {
            while (true)
                clients.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var open = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 sink".AsMemory(), stop.Token);
            var to = "";
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                var answer = line.Split(' ')[0].ToUpperInvariant() switch
                {
                    "EHLO" => "250 sink",
                    "RCPT" when to.StartsWith("gone", StringComparison.Ordinal) => "550 5.1.1 no such user",
                    "RCPT" when to.StartsWith("busy", StringComparison.Ordinal) && IsBusy => "451 4.7.1 try later",
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                await writer.WriteLineAsync(answer.AsMemory(), stop.Token);
                if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    Mails.Enqueue(new ReceivedMail(to, await ReadMailAsync(reader)));
                    if (to.StartsWith("late", StringComparison.Ordinal))
                        await Task.Delay(Timeout.Infinite, stop.Token);
                    await writer.WriteLineAsync("250 taken".AsMemory(), stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other side hung up, or the sink was stopped.
        }
    }

    private async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return mail.ToString();
    }
}
