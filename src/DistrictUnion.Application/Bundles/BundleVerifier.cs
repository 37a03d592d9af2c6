using System.Text.Json;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Computes a bundle again with nothing but the file: first that every byte is what its table of contents says, then that every number,
/// rank and selection follows from the inputs.
/// </summary>
public static class BundleVerifier
{
    /// <summary>Verifies a file that seeks.</summary>
    /// <param name="file">The file.</param>
    /// <param name="expectedHead">The published hash; null: not known.</param>
    /// <exception cref="BundleUnreadableException">It isn't a whole bundle.</exception>
    public static BundleReport Verify(Stream file, string? expectedHead = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bundle = BundleReader.Open(file);
        var findings = new BundleFindings();
        var (header, head, changed) = CheckBytes(bundle, findings);
        if (bundle.Kind == BundleKind.Round)
            new RoundReplay(bundle, findings).Run();
        else
            new CampaignReplay(bundle, findings).Run();
        return new BundleReport(header, head, expectedHead, findings.Units, findings.Values, changed, bundle.StructureChangedAt, findings.Differences, findings.First);
    }

    private static (BundleHeader? Header, string? Head, IReadOnlyList<string> Changed) CheckBytes(BundleReader bundle, BundleFindings findings)
    {
        var files = bundle.HashFiles();
        var broken = files.Where(f => !f.IsIntact).Select(f => f.Name).ToList();
        BundleManifest declared;
        byte[] stored;
        try
        {
            stored = bundle.ReadWhole(BundleFormat.Manifest);
            declared = BundleReader.Parse<BundleManifest>(stored);
        }
        catch (JsonException e)
        {
            findings.Differ(new Spot(BundleFormat.Manifest), "unreadable", null, e.Message);
            return (null, null, [.. broken, BundleFormat.Manifest]);
        }

        if (declared.Header is not { Format: BundleFormat.Version } header)
            throw new BundleUnreadableException("bundle.otherFormat", ("format", declared.Header?.Format), ("known", BundleFormat.Version));

        // The table of contents must be, byte for byte, the one that follows from the files.
        var actual = BundleManifest.Of(header, files.Select(f => (f.Name, f.Size, f.Sha256)));
        var hashes = (declared.Files ?? []).Where(f => f is not null).ToLookup(f => f.Name, f => f.Sha256, StringComparer.Ordinal);
        broken.AddRange(files.Where(f => !hashes.Contains(f.Name) || hashes[f.Name].Any(h => h != f.Sha256)).Select(f => f.Name));
        ReadOnlySpan<byte> expected = [.. CanonicalJson.Of(actual).Span, (byte)'\n'];
        if (broken.Count == 0 && (header.Kind != bundle.Kind || !expected.SequenceEqual(stored)))
            broken.Add(BundleFormat.Manifest);
        return (header, actual.Head, [.. broken.Distinct(StringComparer.Ordinal)]);
    }
}
