using System.Security.Cryptography;
using DistrictUnion.Infrastructure.Care;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DistrictUnion.IntegrationTests.Care;

/// <summary>A service that nobody gave a key.</summary>
public sealed class KeylessService : TestService
{
    /// <inheritdoc/>
    protected override void Prepare(ConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration["Care:KeyFile"] = null;
    }
}

/// <summary>Without a key care records answer that one is missing, and everything else works.</summary>
public sealed class KeylessTests(KeylessService service) : IClassFixture<KeylessService>
{
    [Fact]
    public async Task Without_a_key_nothing_is_kept_unencrypted_and_the_rest_works()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var chair = await district.As("chair.p");
        var refused = (await chair.PostAsync("care-records", TestCare.Visit())).ExpectProblem(503, "care-no-key");
        Assert.Contains("Care__KeyFile", refused.Body, StringComparison.Ordinal);
        (await chair.GetAsync("care-records")).ExpectProblem(503, "care-no-key");
        (await chair.GetAsync("care-records/views")).Expect(200);
        (await (await district.Admin).GetAsync("care-records/overview")).Expect(200);
        (await chair.GetAsync("obligations")).Expect(200);
    }
}

/// <summary>A service whose records are all of one class: the verb goes through every district of a database.</summary>
public sealed class RekeyedService : TestService;

/// <summary>Keys: what a file of keys may hold, and how records come under a new one.</summary>
[LongRunning]
public sealed class CareKeyTests(RekeyedService service) : IClassFixture<RekeyedService>
{
    [Theory]
    [InlineData("")]
    [InlineData("first\n")]
    [InlineData("first AAAA\n")]
    [InlineData("fir/st AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("a AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\na AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    public async Task A_file_of_keys_that_is_wrong_stops_the_start_with_one_sentence(string text)
    {
        var file = await FileOfAsync(text);
        var sentence = Assert.Throws<InvalidOperationException>(() => FieldKeys.Read(file)).Message;
        Assert.StartsWith($"Care__KeyFile {file}", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
    }

    [Fact]
    public async Task A_file_of_keys_that_others_can_read_or_that_is_missing_stops_the_start()
    {
        var file = await FileOfAsync($"first {NewKey()}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Assert.Throws<InvalidOperationException>(() => FieldKeys.Read(file)).Message, StringComparison.Ordinal);
        Assert.Contains("doesn't exist", Assert.Throws<InvalidOperationException>(() => FieldKeys.Read($"{file}.none")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rekeying_brings_every_record_under_the_first_key_and_names_what_no_key_opens()
    {
        var district = await TestCare.PrepareAsync(service, "p");
        var (one, broken) = (await district.RecordAsync("keeper.p", TestCare.Visit()), await district.RecordAsync("keeper.p", TestCare.Visit()));
        await service.ExecuteAsync("UPDATE care_records SET person = circumstances WHERE code = $1", broken);
        var keys = await FileOfAsync($"second {NewKey()}\n{await File.ReadAllTextAsync(service.KeyFile)}");

        var (code, output) = await RekeyAsync(keys);
        Assert.Equal(3, code);
        Assert.Contains($"{district.Code}/{broken}", output, StringComparison.Ordinal);
        Assert.Equal("second", await service.ReadAsync<string>("SELECT convert_from(substring(circumstances FROM 3 FOR 6), 'UTF8') FROM care_records WHERE code = $1", one));
        Assert.Contains("0 care records encrypted anew", (await RekeyAsync(keys)).Output, StringComparison.Ordinal);

        // The running service knows the old key only, and says so instead of losing anything.
        Assert.Contains("person", (await (await district.As("keeper.p")).GetAsync($"care-records/{one}")).Expect(200).At("unreadable").EnumerateArray().Select(f => f.GetString()));
        var back = await FileOfAsync(string.Join('\n', (await File.ReadAllLinesAsync(keys)).Reverse()));
        Assert.Equal(3, (await RekeyAsync(back)).Code);
        Assert.Equal(TestCare.Person, (await (await district.As("keeper.p")).GetAsync($"care-records/{one}")).Text("person"));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(FieldKeys.KeyBytes));

    private static async Task<string> FileOfAsync(string text)
    {
        var file = Path.GetTempFileName();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private Task<(int Code, string Output)> RekeyAsync(string keys) =>
        ProductProcess.RunAsync(["care", "rekey"], ("ConnectionStrings__App", service.AppConnection), ("Care__KeyFile", keys));
}
