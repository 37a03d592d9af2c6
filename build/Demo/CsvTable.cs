using System.Text;

namespace DistrictUnion.Build.Demo;

/// <summary>A CSV file by RFC 4180, UTF-8 without byte order mark, lines ended as the repository keeps them.</summary>
internal sealed class CsvTable(string name, params IReadOnlyList<string> header)
{
    private readonly StringBuilder _text = new(string.Join(',', header) + "\n");

    /// <summary>Name of the file.</summary>
    public string Name => name;

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>Adds a row of as many cells as the header has.</summary>
    public void Add(params IReadOnlyList<string?> cells)
    {
        if (cells.Count != header.Count)
            throw new ArgumentException($"{name}: {cells.Count} cells under {header.Count} headings.", nameof(cells));
        _text.AppendJoin(',', cells.Select(Cell)).Append('\n');
    }

    private static string Cell(string? text) => text switch
    {
        null => "",
        _ when text.AsSpan().IndexOfAny(',', '"', '\n') >= 0 => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => text,
    };
}
