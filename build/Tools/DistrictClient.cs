using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DistrictUnion.Build.Tools;

/// <summary>A line of a published ranking, as the API tells it.</summary>
internal sealed record RankingItem(int? Rank, string School, string Name, string Zone, decimal? Total, string? Grade, string? Outcome);

/// <summary>A round, as the API tells it.</summary>
internal sealed record RoundItem(string Code, string Name);

/// <summary>Speaks to a running service as any other program would: over its REST API.</summary>
internal sealed class DistrictClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Signs in; what follows is asked as this user.</summary>
    /// <returns>False when user name and password don't fit.</returns>
    public async Task<bool> SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var login = new Uri("/api/v1/auth/login", UriKind.Relative);
        using var answer = await AskAsync(
            () => _http.PostAsJsonAsync(login, new { userName, password }, cancellationToken), cancellationToken);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests) return false;
        Require(answer);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("accessToken").GetString());
        return true;
    }

    /// <summary>The published rounds.</summary>
    public Task<IReadOnlyList<RoundItem>> PublishedRoundsAsync(CancellationToken cancellationToken) =>
        ListAsync<RoundItem>("/api/v1/rounds?state=published", cancellationToken);

    /// <summary>The first lines of a round's ranking.</summary>
    public Task<IReadOnlyList<RankingItem>> TopAsync(string round, int count, CancellationToken cancellationToken) =>
        ListAsync<RankingItem>($"/api/v1/rounds/{Uri.EscapeDataString(round)}/ranking?pageSize={count}", cancellationToken);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var answer = await AskAsync(() => _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken), cancellationToken);
        Require(answer);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return body.GetProperty("items").Deserialize<List<T>>(JsonSerializerOptions.Web)!;
    }

    private static async Task<HttpResponseMessage> AskAsync(Func<Task<HttpResponseMessage>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await request();
        }
        catch (Exception silent)
            when (silent is HttpRequestException || (silent is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new Failure("The service does not answer any more: see its log.", silent);
        }
    }

    private static void Require(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw new Failure($"The service refused {answer.RequestMessage?.RequestUri?.AbsolutePath} ({(int)answer.StatusCode}): see its log.");
    }
}
