using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>A virus scanner that speaks clamd's protocol and knows one virus.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public FakeClamd()
    {
        listener.Start();
        Address = $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = ServeAsync();
    }

    /// <summary>The harmless test virus, put together when it runs so that no scanner finds it in this file.</summary>
    public static string Eicar { get; } = string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>What it answers instead of looking; null: it looks.</summary>
    public string? Says { get; set; }

    /// <summary>Bytes of the last file that it was sent.</summary>
    public byte[] LastFile { get; private set; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, stop.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray(), stop.Token);
            return;
        }

        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, stop.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
                break;
            await stream.ReadExactlyAsync(piece, stop.Token);
            await file.WriteAsync(piece, stop.Token);
        }

        LastFile = file.ToArray();
        var found = Encoding.Latin1.GetString(LastFile).Contains(Eicar, StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Says ?? (found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK")}\0"), stop.Token);
    }
}
