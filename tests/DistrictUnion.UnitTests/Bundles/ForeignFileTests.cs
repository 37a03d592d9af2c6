using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DistrictUnion.Application.Bundles;
using DistrictUnion.UnitTests.Properties;
using Xunit;

namespace DistrictUnion.UnitTests.Bundles;

/// <summary>Files that are no bundle are refused with a reason, before anything is unpacked, allocated or believed.</summary>
public sealed class ForeignFileTests
{
    private static readonly byte[] Bundle = TestBundle.Drawn(new Draw(5), changes: 8);

    [Fact]
    public void A_file_that_ends_anywhere_is_refused_or_found()
    {
        for (var length = 0; length < Bundle.Length; length++)
            Assert.NotEqual("same", length == Bundle.Length ? "same" : CodeOf(Bundle[..length]));
        Assert.Equal("bundle.truncated", CodeOf(Bundle[..^1]));
        Assert.Equal("bundle.truncated", CodeOf(Bundle[..(Bundle.Length / 2)]));
        Assert.Equal("bundle.notBundle", CodeOf([]));
    }

    [Theory]
    [InlineData("../../etc/cron.d/x")]
    [InlineData("C:\\x")]
    [InlineData("scheme.json ")]
    public void Names_outside_the_format_are_refused_wherever_they_lead(string name)
    {
        Assert.Equal("bundle.notBundle", CodeOf(Zip((name, "{}"))));
        var second = Replace(Bundle, "organisation.json"u8, Encoding.ASCII.GetBytes(name.PadRight(17, 'x')[..17]));
        Assert.Equal("bundle.unexpectedFile", CodeOf(second));
    }

    [Fact]
    public void A_foreign_or_repacked_zip_file_and_anything_else_is_refused()
    {
        Assert.Equal("bundle.notBundle", CodeOf(Zip(("readme.txt", "hello"))));
        Assert.Equal("bundle.notBundle", CodeOf(Encoding.UTF8.GetBytes("name,total\np,1\n")));
        Assert.Equal("bundle.notBundle", CodeOf(Zip([.. TestBundle.Unpack(Bundle).Select(f => (f.Key, f.Value))])));
    }

    [Fact]
    public void A_bomb_is_refused_because_nothing_is_ever_unpacked()
    {
        var bomb = Zip(("scheme.json", new string('0', 20_000_000)));
        Assert.True(bomb.Length < 100_000);

        Assert.Equal("bundle.notBundle", CodeOf(bomb));
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(int.MaxValue)]
    [InlineData(0x40000000u)]
    public void A_declared_size_beyond_the_file_is_refused_without_room_being_made_for_it(uint size)
    {
        var declared = Bundle.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(declared.AsSpan(18), size);
        BinaryPrimitives.WriteUInt32LittleEndian(declared.AsSpan(22), size);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("bundle.truncated", CodeOf(declared));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Theory]
    [InlineData("""{"school":"s1","input":null}""")]
    [InlineData("""{"school":"s1","input":{"windowFrom":"2025-09-01","windowTo":"2025-11-10","countingKind":"unionGroup","branches":null}}""")]
    [InlineData("""{"school":"s1","input":{"windowFrom":"9999-12-31","windowTo":"0001-01-01","countingKind":"unionGroup","evaluation":{"daysLate":-5,"claims":{"S1":1e400}}}}""")]
    [InlineData("""{"school":"s1","school":"s1"}""")]
    [InlineData("""[[[[[[[[""")]
    [InlineData("")]
    public void Whatever_stands_in_a_line_is_a_difference_and_never_a_crash(string line)
    {
        var files = TestBundle.Unpack(Bundle);
        var lines = files[BundleFormat.Inputs].Split('\n');
        var at = Encoding.UTF8.GetBytes(lines[0]);
        var replaced = Replace(Bundle, at, Encoding.UTF8.GetBytes(line.PadRight(at.Length)[..at.Length]));

        var report = TestBundle.Verify(replaced);

        Assert.Equal([BundleFormat.Inputs], report.ChangedFiles);
        Assert.True(report is { IsSame: false, Differences: > 0 });
    }

    [Fact]
    public void Another_format_asks_for_the_program_that_knows_it()
    {
        var other = Replace(Bundle, "\"format\":1"u8, "\"format\":2"u8);

        Assert.Equal("bundle.otherFormat", CodeOf(other));
    }

    private static string CodeOf(byte[] bundle)
    {
        try
        {
            return TestBundle.Verify(bundle).IsSame ? "same" : "different";
        }
        catch (BundleUnreadableException e)
        {
            return e.Message;
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), Encoding.UTF8);
                writer.Write(text);
            }
        }

        return target.ToArray();
    }

    private static byte[] Replace(byte[] bundle, ReadOnlySpan<byte> old, ReadOnlySpan<byte> with)
    {
        var changed = bundle.ToArray();
        with.CopyTo(changed.AsSpan(changed.AsSpan().IndexOf(old)));
        return changed;
    }
}
