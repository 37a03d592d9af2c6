using System.IO.Compression;
using System.Xml;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>What a file is by its content. Names only have to agree with it.</summary>
internal sealed record EvidenceKind(string MediaType, string Extension, params string[] Aliases)
{
    /// <summary>A text document.</summary>
    public static readonly EvidenceKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    /// <summary>A workbook.</summary>
    public static readonly EvidenceKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    /// <summary>A presentation.</summary>
    public static readonly EvidenceKind Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

    /// <summary>Pixels that a picture may have: 100 million, ten times a phone's.</summary>
    private const long MaxPixels = 100_000_000;

    /// <summary>What an Office file may unpack to, bytes.</summary>
    private const long MaxUnpacked = 500L << 20;

    private const int MaxParts = 10_000;
    private const int HeadLength = 64;

    private static readonly EvidenceKind Pdf = new("application/pdf", "pdf");
    private static readonly EvidenceKind Jpeg = new("image/jpeg", "jpg", "jpeg", "jpe");
    private static readonly EvidenceKind Png = new("image/png", "png");

    /// <summary>Whether it is a picture.</summary>
    public bool IsPicture => this == Jpeg || this == Png;

    /// <summary>Whether it is a JPEG picture.</summary>
    public bool IsJpeg => this == Jpeg;

    /// <summary>Whether a file of this name is expected to be this.</summary>
    public bool IsCalled(string extension) => extension == Extension || Aliases.Contains(extension);

    /// <summary>Finds out what a file is; what isn't on the list, or would do more than show itself, is refused.</summary>
    public static Result<EvidenceKind> Of(Stream file)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.StartsWith("%PDF-"u8))
            return Pdf;
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return OfPicture(Jpeg, PictureFile.JpegSize(file));
        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return OfPicture(Png, PictureFile.PngSize(file));
        if (head.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04]))
            return OfPackage(file);
        return Refuse(head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? "evidence.oldOffice" : "evidence.kind");
    }

    private static Result<EvidenceKind> OfPicture(EvidenceKind kind, (int Width, int Height)? size) => size switch
    {
        null => Refuse("evidence.damaged"),
        var (width, height) when (long)width * height > MaxPixels => Refuse("evidence.tooManyPixels"),
        _ => kind,
    };

    /// <summary>An Office file without macros that unpacks to a bearable size, by what it really unpacks to.</summary>
    private static Result<EvidenceKind> OfPackage(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxParts)
                return Refuse("evidence.tooLargeUnpacked");
            if (archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || PackageTypes.AnyMacro(archive))
                return Refuse("evidence.macros");
            var left = MaxUnpacked;
            var buffer = new byte[81920];
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    if ((left -= read) < 0)
                        return Refuse("evidence.tooLargeUnpacked");
                }
            }

            return archive.GetEntry(PackageTypes.Part) is null ? Refuse("evidence.kind")
                : archive.GetEntry("word/document.xml") is not null ? Docx
                : archive.GetEntry("xl/workbook.xml") is not null ? Xlsx
                : archive.GetEntry("ppt/presentation.xml") is not null ? Pptx
                : Refuse("evidence.kind");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return Refuse("evidence.damaged");
        }
    }

    private static ValidationError Refuse(string code) => ValidationError.Of("file", code);
}
