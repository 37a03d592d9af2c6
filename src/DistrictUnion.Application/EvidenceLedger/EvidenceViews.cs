using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>A file that proves something, as others see it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the bytes, hexadecimal.</param>
/// <param name="Nodes">Codes of the leaves that it proves.</param>
/// <param name="From">First day that it speaks of.</param>
/// <param name="To">Last day that it speaks of, inclusive.</param>
/// <param name="Actor">Who uploaded it.</param>
/// <param name="ReceivedAt">Server receipt.</param>
/// <param name="HandedIn">Whether reviewers see it.</param>
/// <param name="Number">Number of the version, from 1.</param>
/// <param name="Earlier">Earlier versions, the newest first: all of them for the school, those that were handed in for others.</param>
/// <param name="Scan">What a virus scanner said of it; one that is pending is opened by its school only, an infected one by nobody.</param>
/// <param name="PictureHash">Difference hash of a picture as the uploader's browser told it, 16 hexadecimal digits; null: not a picture, or not told.</param>
/// <param name="AlsoAt">For reviewers: other schools of the district that handed in the very same bytes, by code.</param>
/// <param name="SimilarAt">For reviewers: other schools of the district that handed in a picture that looks alike, by code; a hint, never a proof.</param>
public sealed record EvidenceView(
    Guid Id,
    string Name,
    string MediaType,
    long Size,
    string Sha256,
    IReadOnlyList<string> Nodes,
    DateOnly? From,
    DateOnly? To,
    string Actor,
    DateTimeOffset ReceivedAt,
    bool HandedIn,
    int Number,
    IReadOnlyList<EvidenceVersionView> Earlier,
    ScanState Scan,
    string? PictureHash,
    IReadOnlyList<string> AlsoAt,
    IReadOnlyList<string> SimilarAt)
{
    internal static EvidenceView Of(Evidence evidence, ScanState scan, IEnumerable<Evidence> earlier, Likenesses? others) => new(
        evidence.Id.Value, evidence.Name, evidence.MediaType, evidence.Size, evidence.Hash, evidence.Nodes, evidence.From, evidence.To, evidence.Actor,
        BusinessTime.Local(evidence.ReceivedAt), evidence.HandedIn, evidence.Number, [.. earlier.OrderByDescending(e => e.Number).Select(EvidenceVersionView.Of)],
        scan,
        Domain.EvidenceLedger.PictureHash.Text(evidence.PictureHash), others?.Same ?? [], others?.Similar ?? []);
}

/// <summary>An earlier version of a file.</summary>
/// <param name="Number">Number, from 1; the file is opened with <c>?version=</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the bytes, hexadecimal.</param>
/// <param name="Actor">Who uploaded it.</param>
/// <param name="ReceivedAt">Server receipt.</param>
/// <param name="WasHandedIn">Whether reviewers saw it.</param>
public sealed record EvidenceVersionView(
    int Number, string Name, string MediaType, long Size, string Sha256, string Actor, DateTimeOffset ReceivedAt, bool WasHandedIn)
{
    internal static EvidenceVersionView Of(Evidence version) => new(
        version.Number, version.Name, version.MediaType, version.Size, version.Hash, version.Actor, BusinessTime.Local(version.ReceivedAt), version.HandedIn || version.WasHandedIn);
}

/// <summary>An upload under way.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Size">Bytes of the whole file.</param>
/// <param name="Received">Bytes that arrived; the next ones begin here.</param>
public sealed record UploadView(Guid Id, long Size, long Received);
