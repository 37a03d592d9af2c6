using System.Text.Json;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>Reads scheme files.</summary>
public interface ISchemeFileReader
{
    /// <summary>Turns YAML into the same JSON shape, numbers with the text they were written in.</summary>
    Result<JsonDocument> ReadYaml(string text);
}

/// <summary>Writes scheme files.</summary>
public interface ISchemeFileWriter
{
    /// <summary>Turns a scheme's JSON into YAML that reads back as the same JSON.</summary>
    string WriteYaml(JsonElement definition);
}

/// <summary>Reads CSV files.</summary>
public interface ICsvReader
{
    /// <summary>Rows of one sheet (RFC 4180, UTF-8), each as wide as the first; a refusal names the line that can't be read.</summary>
    Result<Sheet> Read(Stream stream);
}
