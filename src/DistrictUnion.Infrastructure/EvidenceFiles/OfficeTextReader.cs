using System.IO.Compression;
using System.Text;
using System.Xml;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Spreadsheets;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>
/// Takes the text out of .docx and .pptx by their own XML; workbooks go through the reader of imports, which knows days and
/// merged cells. What a file unpacks to is counted as it is read, and only the parts with text are unpacked at all.
/// </summary>
internal sealed class OfficeTextReader(ISpreadsheetReader spreadsheets) : IOfficeText
{
    /// <summary>Characters that are shown of a file.</summary>
    public const int MaxCharacters = 200_000;

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public Result<OfficeText> Read(Stream file, string mediaType)
    {
        try
        {
            if (mediaType == EvidenceKind.Docx.MediaType)
                return ReadPackage(file, OfDocument);
            if (mediaType == EvidenceKind.Pptx.MediaType)
                return ReadPackage(file, OfSlides);
            return mediaType == EvidenceKind.Xlsx.MediaType ? OfWorkbook(file) : new UnprocessableError("evidence.noText", []);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or WorkbookRefusedException)
        {
            return new UnprocessableError("evidence.unreadable", []);
        }
    }

    private static OfficeText ReadPackage(Stream file, Action<Package, CappedText> read)
    {
        FileKind.RequirePackage(file, WorkbookGuard.MaxParts);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var text = new CappedText(MaxCharacters);
        read(new Package(archive), text);
        return text.ToOfficeText();
    }

    private static void OfDocument(Package package, CappedText text)
    {
        text.Begin(null);
        using var reader = package.Open("word/document.xml");
        CopyText(reader, text);
    }

    private static void OfSlides(Package package, CappedText text)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = package.Open("ppt/_rels/presentation.xml.rels"))
        {
            while (relations.Read())
            {
                if (relations.NodeType == XmlNodeType.Element && relations.GetAttribute("Id") is { } id && relations.GetAttribute("Target") is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : $"ppt/{target}";
            }
        }

        List<string> slides = [];
        using (var presentation = package.Open("ppt/presentation.xml"))
        {
            while (presentation.Read())
            {
                if (presentation is { NodeType: XmlNodeType.Element, LocalName: "sldId" } && presentation.GetAttribute("id", Relations) is { } id && targets.TryGetValue(id, out var slide))
                    slides.Add(slide);
            }
        }

        foreach (var slide in slides)
        {
            if (text.IsFull)
                return;
            text.Begin(null);
            using var reader = package.Open(slide);
            CopyText(reader, text);
        }
    }

    private Result<OfficeText> OfWorkbook(Stream file)
    {
        var sheets = spreadsheets.ReadAll(file);
        if (!sheets.IsSuccess)
            return new UnprocessableError("evidence.unreadable", []);
        var text = new CappedText(MaxCharacters);
        foreach (var sheet in sheets.Value)
        {
            if (text.IsFull)
                break;
            text.Begin(sheet.Name);
            foreach (var row in sheet.Rows.Where(r => !r.IsHidden).TakeWhile(_ => !text.IsFull))
                text.Append(string.Join('\t', row.Cells.Select(c => c.Kind == SheetCellKind.Refused ? c.Shown ?? "" : c.Text)) + "\n");
        }

        return text.ToOfficeText();
    }

    /// <summary>
    /// Copies runs of text. Word and PowerPoint call them alike: <c>t</c> in <c>p</c>, <c>tc</c> and <c>tr</c>. Of alternatives the
    /// first is read; the fallback would say the same again.
    /// </summary>
    private static void CopyText(XmlReader reader, CappedText text)
    {
        var buffer = new char[4096];
        var cells = 0;
        var isText = false;
        var more = reader.Read();
        while (more && !text.IsFull)
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "Fallback"):
                    // Stands behind the end already.
                    reader.Skip();
                    continue;
                case (XmlNodeType.Element, "t"):
                    isText = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "t"):
                    isText = false;
                    break;
                case (XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA, _) when isText:
                    for (int read; !text.IsFull && (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
                        text.Append(buffer.AsSpan(0, read));
                    break;
                case (XmlNodeType.Element, "tab") when !reader.HasAttributes:
                    text.Append("\t");
                    break;
                case (XmlNodeType.Element, "br" or "cr"):
                    text.Append("\n");
                    break;
                case (XmlNodeType.Element, "tc") when !reader.IsEmptyElement:
                    cells++;
                    break;
                case (XmlNodeType.EndElement, "p"):
                    text.Append(cells > 0 ? " " : "\n");
                    break;
                case (XmlNodeType.EndElement, "tc"):
                    cells--;
                    text.Append("\t");
                    break;
                case (XmlNodeType.EndElement, "tr"):
                    text.Append("\n");
                    break;
            }

            more = reader.Read();
        }
    }

    /// <summary>Parts of a package, whose sizes are counted together.</summary>
    private sealed class Package(ZipArchive archive)
    {
        private readonly UnpackingBudget budget = new(WorkbookGuard.MaxUnpacked);

        public XmlReader Open(string path)
        {
            var entry = archive.GetEntry(path) ?? throw new InvalidDataException("A part is missing.");
            return XmlReader.Create(
                new CountedStream(entry.Open(), budget),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                    CloseInput = true,
                });
        }
    }

    /// <summary>Text in parts, up to so many characters; never half of one.</summary>
    private sealed class CappedText(int most)
    {
        private readonly List<(string? Name, StringBuilder Text)> parts = [];
        private int left = most;

        public bool IsFull { get; private set; }

        public void Begin(string? name) => parts.Add((name, new StringBuilder()));

        public void Append(ReadOnlySpan<char> text)
        {
            if (IsFull)
                return;
            var length = Math.Min(text.Length, left);
            if (length < text.Length)
            {
                IsFull = true;
                if (length > 0 && char.IsHighSurrogate(text[length - 1]))
                    length--;
            }

            parts[^1].Text.Append(text[..length]);
            left -= length;
        }

        public OfficeText ToOfficeText() => new([.. parts.Select(p => new OfficeTextPart(p.Name, p.Text.ToString().Trim('\n', ' ')))], IsFull);
    }
}
