using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>
/// Asks ClamAV over TCP (clamd's <c>INSTREAM</c>): the file goes in pieces that begin with their length, an empty one ends it. Any
/// answer that isn't plainly "OK" or "FOUND" leaves the file pending.
/// </summary>
internal sealed partial class ClamScanner(string host, int port, ILogger<ClamScanner> logger) : IFileScanner
{
    private const int PieceSize = 64 << 10;
    private const int MostAnswer = 4096;
    private const int MostThreat = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsConfigured => true;

    public async Task<ScanVerdict> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            await using var stream = client.GetStream();
            await SendAsync(file, stream, limit.Token);
            return VerdictOf(await ReadAsync(stream, limit.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Unreachable(logger, e, host, port);
            return new ScanVerdict(ScanState.Pending);
        }
    }

    private static async Task SendAsync(Stream file, NetworkStream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var piece = new byte[sizeof(int) + PieceSize];
        int read;
        do
        {
            read = await file.ReadAsync(piece.AsMemory(sizeof(int)), cancellationToken);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await stream.WriteAsync(piece.AsMemory(0, sizeof(int) + read), cancellationToken);
        }
        while (read > 0);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[MostAnswer];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private ScanVerdict VerdictOf(string answer)
    {
        const string prefix = "stream: ";
        const string found = " FOUND";
        if (answer == $"{prefix}OK")
            return new ScanVerdict(ScanState.Clean);
        if (answer.StartsWith(prefix, StringComparison.Ordinal) && answer.EndsWith(found, StringComparison.Ordinal))
        {
            var threat = answer[prefix.Length..^found.Length];
            return new ScanVerdict(ScanState.Infected, threat.Length > MostThreat ? threat[..MostThreat] : threat);
        }

        Unclear(logger, answer);
        return new ScanVerdict(ScanState.Pending);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner {Host}:{Port} gave no answer; the file stays pending")]
    private static partial void Unreachable(ILogger logger, Exception exception, string host, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner answered {Answer}; the file stays pending")]
    private static partial void Unclear(ILogger logger, string answer);
}

/// <summary>No scanner is configured.</summary>
internal sealed class NoScanner : IFileScanner
{
    public bool IsConfigured => false;

    public Task<ScanVerdict> ScanAsync(Stream file, CancellationToken cancellationToken) => Task.FromResult(new ScanVerdict(ScanState.NotConfigured));
}
