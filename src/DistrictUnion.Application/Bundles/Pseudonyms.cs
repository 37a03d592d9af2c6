using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Takes people out of what is handed on. A person has one pseudonym throughout a bundle, so that it can still be seen that the same
/// reviewer scored two schools, and not who it was.
/// </summary>
internal sealed class Pseudonyms
{
    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);

    /// <summary>The pseudonym of a user or system name: numbers in the order in which names come up.</summary>
    public string Of(string name) => Number(people, name, "person");

    /// <summary>
    /// A stored scoring input without people: names become pseudonyms, reasons and notes go, and what an award was for becomes a number,
    /// because scoring only asks whether two are for the same. Done on the stored text, so that later properties of an input don't change
    /// what an earlier one is written as.
    /// </summary>
    public JsonElement Redact(string input)
    {
        var root = JsonNode.Parse(input) ?? throw new JsonException("A stored scoring input is empty.");
        Redact(root, new Dictionary<string, string>(StringComparer.Ordinal));
        return JsonSerializer.SerializeToElement(root);
    }

    private void Redact(JsonNode node, Dictionary<string, string> matters)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
                Redact(item, matters);
        }
        else if (node is JsonObject properties)
        {
            foreach (var (name, value) in properties.ToList())
            {
                // Codes of facts and leaves are names too, but what stands behind them is never a text.
                if (value is not JsonValue given || given.GetValueKind() != JsonValueKind.String)
                {
                    if (value is not null)
                        Redact(value, matters);
                }
                else if (name is "reason" or "note")
                {
                    properties.Remove(name);
                }
                else if (name is "actor")
                {
                    properties[name] = Of(given.GetValue<string>());
                }
                else if (name is "matter")
                {
                    properties[name] = Number(matters, given.GetValue<string>(), "matter");
                }
            }
        }
    }

    private static string Number(Dictionary<string, string> known, string name, string kind)
    {
        if (!known.TryGetValue(name, out var number))
            known[name] = number = string.Create(CultureInfo.InvariantCulture, $"{kind}-{known.Count + 1}");
        return number;
    }
}
