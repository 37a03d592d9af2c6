using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>A cable between the service and its database that can be pulled out and put back.</summary>
internal sealed class Relay : IDisposable
{
    private readonly string host;
    private readonly int port;
    private readonly ConcurrentBag<TcpClient> ends = [];
    private TcpListener listener;

    /// <summary>Puts a cable to a server.</summary>
    public Relay(string host, int port)
    {
        (this.host, this.port) = (host, port);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    /// <summary>Where the service connects to.</summary>
    public int Port { get; }

    /// <summary>Cuts every connection and takes no more.</summary>
    public void PullOut()
    {
        listener.Stop();
        while (ends.TryTake(out var end))
            end.Dispose();
    }

    /// <summary>Takes connections again at the same port.</summary>
    public void PutBack()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public void Dispose() => PullOut();

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
                _ = JoinAsync(await from.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The cable was pulled out.
        }
    }

    private async Task JoinAsync(TcpClient near)
    {
        var far = new TcpClient();
        ends.Add(near);
        ends.Add(far);
        try
        {
            await far.ConnectAsync(host, port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One end went away.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
