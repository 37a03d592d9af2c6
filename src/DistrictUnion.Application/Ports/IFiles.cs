using System.Text.Json;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>Reads scheme files.</summary>
public interface ISchemeFileReader
{
    /// <summary>Turns YAML into the same JSON shape, numbers with the text they were written in.</summary>
    Result<JsonDocument> ReadYaml(string text);
}
