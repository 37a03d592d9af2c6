using System.Net.Http.Headers;
using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Evidence of school p in round r1, sent as pages send it.</summary>
internal static class TestEvidence
{
    /// <summary>Where it is.</summary>
    public const string Evidence = "rounds/r1/schools/p/evidence";

    /// <summary>Sends a file and what it is to prove.</summary>
    public static async Task<Answer> SendAsync(
        UnionClient client, byte[] file, string name, string nodes = "A3", string? from = null, string? to = null, string path = Evidence, string? pictureHash = null)
    {
        using var form = FormOf(file, name);
        foreach (var (field, value) in new[] { ("nodes", nodes), ("from", from), ("to", to), ("pictureHash", pictureHash) })
        {
            if (value is not null)
                form.Add(new StringContent(value), field);
        }

        return await client.SendAsync(HttpMethod.Post, path, form);
    }

    /// <summary>Puts another file into the place of one.</summary>
    public static async Task<Answer> ReplaceAsync(UnionClient client, string evidence, byte[] file, string name)
    {
        using var form = FormOf(file, name);
        return await client.SendAsync(HttpMethod.Put, $"{Evidence}/{evidence}/file", form);
    }

    private static MultipartFormDataContent FormOf(byte[] file, string name)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        return new MultipartFormDataContent { content };
    }
}
