namespace DistrictUnion.Application.Ports;

/// <summary>Formats of files for people.</summary>
public enum OfficeFormat
{
    /// <summary>A workbook (.xlsx).</summary>
    Xlsx,

    /// <summary>A document (.docx).</summary>
    Docx,
}

/// <summary>A file to hand out.</summary>
/// <param name="Name">Its name without extension: codes only, so that a name in a download list tells nothing about anybody.</param>
/// <param name="PlainName">The same in ASCII, for programs that know nothing else.</param>
public abstract record ExportedFile(string Name, string PlainName);

/// <summary>A workbook to hand out.</summary>
public sealed record ExportedWorkbook(string Name, string PlainName, WorkbookContent Content) : ExportedFile(Name, PlainName);

/// <summary>A document to hand out.</summary>
public sealed record ExportedDocument(string Name, string PlainName, TextDocument Content) : ExportedFile(Name, PlainName);

/// <summary>A bundle to hand out, already made.</summary>
/// <param name="Name">Name without extension.</param>
/// <param name="PlainName">The same in ASCII.</param>
/// <param name="Content">The file from its beginning; whoever sends it disposes of it.</param>
public sealed record ExportedBundle(string Name, string PlainName, Stream Content) : ExportedFile(Name, PlainName);

/// <summary>A document to hand out, made of a district's own template.</summary>
/// <param name="Name">Name without extension.</param>
/// <param name="PlainName">The same in ASCII.</param>
/// <param name="Template">The template.</param>
/// <param name="Copies">What each copy of it says; they stand one after another, each on a new page.</param>
public sealed record ExportedTemplate(string Name, string PlainName, byte[] Template, IReadOnlyList<TemplateValues> Copies) : ExportedFile(Name, PlainName);
