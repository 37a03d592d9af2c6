using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>What the service answered.</summary>
/// <param name="Request">Method and path, for messages.</param>
/// <param name="Status">Status code.</param>
/// <param name="Body">Body.</param>
/// <param name="Headers">Headers.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Errors">What the service logged as errors.</param>
public sealed record Answer(string Request, int Status, string Body, HttpResponseHeaders Headers, string? ContentType, string Errors)
{
    /// <summary>The body as it came.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>What the body is called.</summary>
    public ContentDispositionHeaderValue? Disposition { get; init; }

    /// <summary>Entity tag.</summary>
    public string? ETag => Headers.ETag?.ToString();

    /// <summary>The body as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The slug of the problem.</summary>
    public string Problem => Text("type");

    /// <summary>Fails unless the status is this.</summary>
    public Answer Expect(int status)
    {
        if (Status != status)
            Assert.Fail($"{Request} answered {Status}, not {status}: {Body}\n{(Status >= 500 ? Errors : "")}");
        return this;
    }

    /// <summary>Fails unless it is this refusal.</summary>
    public Answer ExpectProblem(int status, string slug)
    {
        Expect(status);
        Assert.Equal($"/problems/{slug}", Problem);
        return this;
    }

    /// <summary>Fails unless it is a 400 that names this field.</summary>
    public Answer ExpectInvalid(string path)
    {
        ExpectProblem(400, "validation");
        Assert.Contains(path, Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        return this;
    }

    /// <summary>Fails unless it is a conflict that names the state and what is possible in it.</summary>
    public Answer ExpectConflict(string state, params string[] allowed)
    {
        Expect(409);
        Assert.Equal(state, Text("state"));
        Assert.Equal(allowed, Json.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()!));
        return this;
    }

    /// <summary>The element at a path such as <c>items[0].rank</c>.</summary>
    public JsonElement At(string path)
    {
        var element = Json;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            element = step[0] == '['
                ? element[int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture)]
                : element.TryGetProperty(step, out var next) ? next : throw new InvalidOperationException($"{Request}: no {path} in {Body}");
        }

        return element;
    }

    /// <summary>Text at a path.</summary>
    public string Text(string path) => At(path).GetString()!;

    /// <summary>Number at a path; null for null.</summary>
    public decimal? Number(string path) => At(path) is { ValueKind: JsonValueKind.Null } ? null : At(path).GetDecimal();

    /// <summary>Texts of one property of a list's elements.</summary>
    public IReadOnlyList<string?> Texts(string list, string property) => [.. At(list).EnumerateArray().Select(e => e.GetProperty(property).GetString())];

    /// <summary>Numbers of one property of a list's elements.</summary>
    public IReadOnlyList<decimal?> Numbers(string list, string property) =>
        [.. At(list).EnumerateArray().Select(e => e.GetProperty(property) is { ValueKind: not JsonValueKind.Null } n ? n.GetDecimal() : (decimal?)null)];

    /// <summary>The first element of a list whose property is this text.</summary>
    public JsonElement Find(string list, string property, string text) => At(list).EnumerateArray().First(e => e.GetProperty(property).GetString() == text);
}
