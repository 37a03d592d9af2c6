using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Application.Bundles;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.UnitTests.Properties;
using Xunit;

namespace DistrictUnion.UnitTests.Bundles;

/// <summary>What a bundle proves: any changed byte is found, any changed number is found even when every hash was made anew.</summary>
public sealed class BundleProperties
{
    [Fact]
    public void A_bundle_of_any_round_is_computed_again_to_the_last_digit() => Seeds.Hold(
        draw =>
        {
            var bundle = TestBundle.Drawn(draw);

            var report = TestBundle.Verify(bundle, TestBundle.Verify(bundle).Head);

            Assert.True(report.IsSame, report.ToString());
            Assert.Equal(3, report.Units);
            Assert.Equal(bundle, TestBundle.Chained(TestBundle.Unpack(bundle)));
        },
        runs: 100);

    [Fact]
    public void Any_number_changed_in_the_results_is_found_though_every_hash_was_made_anew() => Seeds.Hold(
        draw =>
        {
            var files = TestBundle.Unpack(TestBundle.Drawn(draw));
            var name = draw.Chance(80) ? BundleFormat.Results : BundleFormat.Summary;
            var lines = files[name].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var changed = draw.Int(0, lines.Length - 1);
            var line = JsonNode.Parse(lines[changed])!;
            var number = draw.One([.. NumbersOf(line)]);
            number.ReplaceWith(number.GetValue<decimal>() + draw.One(1m, 0.01m, -0.01m));
            lines[changed] = line.ToJsonString();
            files[name] = string.Join('\n', lines);

            var report = TestBundle.Verify(TestBundle.Chained(files));

            Assert.Empty(report.ChangedFiles);
            Assert.True(report.Differences > 0, lines[changed]);
            Assert.Equal(name, report.First!.File);
            if (name == BundleFormat.Results) Assert.Equal((changed + 1, $"s{changed + 1}"), (report.First.Line, report.First.Unit));
        },
        runs: 150);

    [Fact]
    public void Every_single_byte_of_the_file_is_covered()
    {
        var bundle = TestBundle.Drawn(new Draw(199), changes: 3);
        Assert.True(TestBundle.Verify(bundle).IsSame);
        for (var at = 0; at < bundle.Length; at++)
        {
            var changed = bundle.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            Assert.True(TestBundle.IsFound(changed), $"A change of byte {at} isn't found.");
        }
    }

    [Fact]
    public void Any_change_of_bytes_is_found() => Seeds.Hold(
        draw =>
        {
            var bundle = TestBundle.Drawn(new Draw(draw.Int(0, 20)), changes: 8);
            var (at, length) = (draw.Int(0, bundle.Length - 1), draw.Int(1, 40));
            byte[] changed = draw.Int(1, 3) switch
            {
                1 => [.. bundle.Take(at), .. bundle.Skip(at + length)],
                2 => [.. bundle.Take(at), .. Enumerable.Range(0, length).Select(_ => (byte)draw.Int(0, 255)), .. bundle.Skip(at)],
                _ => [.. bundle.Take(at), (byte)(bundle[at] + draw.Int(1, 255)), .. bundle.Skip(at + 1)],
            };

            Assert.True(TestBundle.IsFound(changed));
        });

    [Fact]
    public void Who_changes_inputs_and_results_alike_gets_another_hash_than_the_published_one()
    {
        var bundle = TestBundle.Drawn(new Draw(7));
        var head = TestBundle.Verify(bundle).Head;
        var files = TestBundle.Unpack(bundle);
        files[BundleFormat.Organisation] = files[BundleFormat.Organisation].Replace("s1学校", "另一所学校", StringComparison.Ordinal);

        var forged = TestBundle.Chained(files);

        Assert.True(TestBundle.Verify(forged).IsSame);
        var report = TestBundle.Verify(forged, head);
        Assert.True(report is { IsSame: false, IsOther: true });
    }

    [Fact]
    public void A_changed_file_is_named_with_the_first_line_that_no_longer_follows()
    {
        var bundle = TestBundle.Drawn(new Draw(11));
        var text = Encoding.Latin1.GetString(bundle);
        var second = text.IndexOf("\"school\":\"s2\",", text.IndexOf("results.jsonl", StringComparison.Ordinal), StringComparison.Ordinal);
        var at = text.IndexOf("\"total\":", second, StringComparison.Ordinal) + 8;
        bundle[at] = (byte)(bundle[at] == '9' ? '8' : '9');

        var report = TestBundle.Verify(bundle);

        Assert.Equal([BundleFormat.Results], report.ChangedFiles);
        Assert.Equal((BundleFormat.Results, 2, "s2", "total"), (report.First!.File, report.First.Line, report.First.Unit, report.First.Item));
        Assert.NotEqual(report.First.Expected, report.First.Found);
    }

    [Fact]
    public void Tie_values_read_as_decimals()
    {
        Fraction?[] values = [Fraction.From(1, 3), null, Fraction.From(-5, 2), 12L, Fraction.Zero];

        Assert.Equal([$"0.{new string('3', 64)}", null, "-2.5", "12", "0"], TieKey.Values(TieKey.Encode(values)));
    }

    private static IEnumerable<JsonValue> NumbersOf(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => NumbersOf(p.Value)),
        JsonArray a => a.SelectMany(NumbersOf),
        JsonValue v when v.GetValueKind() == JsonValueKind.Number => [v],
        _ => [],
    };
}
