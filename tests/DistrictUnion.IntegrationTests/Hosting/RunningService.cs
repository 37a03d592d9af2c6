using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>A started service with its database and its folder, and what it noted.</summary>
internal sealed class RunningService
{
    private int districts;

    /// <summary>The service's clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Stands in for the job engine.</summary>
    public RecordingJobEngine Jobs { get; } = new();

    /// <summary>What it logged as errors.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Where evidence is kept.</summary>
    public string EvidenceFolder { get; } = Directory.CreateTempSubdirectory("evidence-").FullName;

    /// <summary>Server of its database.</summary>
    public TestServer? Server { get; set; }

    /// <summary>Name of its database.</summary>
    public string Database { get; set; } = "";

    /// <summary>The keys by which fields are encrypted.</summary>
    public string KeyFile { get; } = NewKeyFile();

    /// <summary>The application.</summary>
    public WebApplication? App { get; set; }

    /// <summary>Connections to it.</summary>
    public SocketsHttpHandler Connections { get; } = new() { UseCookies = false, AllowAutoRedirect = false };

    /// <summary>Where it listens.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1");

    /// <summary>The number of a new district.</summary>
    public int NextDistrict() => Interlocked.Increment(ref districts);

    /// <summary>Forgets what the class before did and noted; its districts stay, behind their walls.</summary>
    public void Forget()
    {
        Clock.Set(TestClock.Start);
        Jobs.Enqueued.Clear();
        Errors.Clear();
    }

    /// <summary>Stops it, and drops what it kept.</summary>
    public async Task StopAsync()
    {
        Connections.Dispose();
        if (App is not null)
        {
            await App.StopAsync();
            await App.DisposeAsync();
        }

        if (Server is not null)
            await Server.DropAsync(Database);
        Directory.Delete(EvidenceFolder, recursive: true);
        File.Delete(KeyFile);
    }

    private static string NewKeyFile()
    {
        var file = Path.GetTempFileName();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(file, $"first {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n");
        return file;
    }
}

/// <summary>
/// Services that wait for the next class of tests of their kind: to start one takes longer than most tests. Classes use a service one
/// after another, never at once. When nobody uses any, all of them are stopped.
/// </summary>
internal static class ServicePool
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Type, Stack<RunningService>> Idle = [];
    private static int users;

    /// <summary>Takes a service that waits; null: there is none, and the caller starts one.</summary>
    public static RunningService? Take(Type kind)
    {
        lock (Gate)
        {
            users++;
            if (!Idle.TryGetValue(kind, out var waiting) || !waiting.TryPop(out var service))
                return null;
            service.Forget();
            return service;
        }
    }

    /// <summary>Gives a service back; null: the caller could start none.</summary>
    public static async Task GiveBackAsync(Type kind, RunningService? service)
    {
        List<RunningService> unused = [];
        lock (Gate)
        {
            if (service is not null)
            {
                if (!Idle.TryGetValue(kind, out var waiting))
                    Idle[kind] = waiting = [];
                waiting.Push(service);
            }

            if (--users == 0)
            {
                unused.AddRange(Idle.Values.SelectMany(s => s));
                Idle.Clear();
            }
        }

        foreach (var one in unused)
            await one.StopAsync();
    }
}
