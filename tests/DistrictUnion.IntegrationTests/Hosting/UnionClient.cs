using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>One person's client of the API. Paths are relative to <c>/api/v1/</c>.</summary>
public sealed class UnionClient(TestService service, string? token)
{
    /// <summary>Password of every account of the tests.</summary>
    public const string Password = "one-password-for-all";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HttpClient http = service.NewHttpClient();

    /// <summary>The bearer token.</summary>
    public string? Token => token;

    /// <summary>Reads.</summary>
    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Puts a body.</summary>
    public Task<Answer> PutAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, JsonOf(body), headers);

    /// <summary>Posts a body, or nothing.</summary>
    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : JsonOf(body), headers);

    /// <summary>Deletes.</summary>
    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Makes a resource be this, whether it is there or not.</summary>
    public async Task<Answer> SaveAsync(string path, object body)
    {
        var answer = await PutAsync(path, body);
        return answer.Status == 428 ? await PutAsync(path, body, ("If-Match", "*")) : answer;
    }

    /// <summary>Does an action on whatever is there.</summary>
    public Task<Answer> DoAsync(string path, object? body = null) => PostAsync(path, body, ("If-Match", "*"));

    /// <summary>Puts text as it is.</summary>
    public Task<Answer> PutTextAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, ContentOf(Encoding.UTF8.GetBytes(body), "application/json"), headers);

    /// <summary>Posts bytes of a media type.</summary>
    public Task<Answer> PostBytesAsync(string path, byte[] body, string mediaType, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, ContentOf(body, mediaType), headers);

    /// <summary>Posts text of a media type.</summary>
    public Task<Answer> PostTextAsync(string path, string body, string mediaType, params (string Name, string Value)[] headers) =>
        PostBytesAsync(path, Encoding.UTF8.GetBytes(body), mediaType, headers);

    /// <summary>Sends a request.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answer(
            $"{method} {path}",
            (int)response.StatusCode,
            Encoding.UTF8.GetString(bytes),
            response.Headers,
            response.Content.Headers.ContentType?.MediaType,
            service.ErrorsSoFar)
        {
            Bytes = bytes,
            Disposition = response.Content.Headers.ContentDisposition,
        };
    }

    private static ByteArrayContent JsonOf(object body) => ContentOf(JsonSerializer.SerializeToUtf8Bytes(body, Options), "application/json");

    private static ByteArrayContent ContentOf(byte[] body, string mediaType) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
}
