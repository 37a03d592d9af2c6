using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>
/// What a command was about: its identifiers, codes, choices and reasons. Bodies are left out, because what they changed stands
/// in the row's changes; secrets never get here.
/// </summary>
internal static class AuditSubject
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "Password", "Rows", "Text", "Body" };

    /// <summary>The arguments as JSON.</summary>
    public static string Of(object command)
    {
        JsonObject subject = [];
        foreach (var property in command.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (LeftOut.Contains(property.Name) || property.GetIndexParameters().Length > 0)
                continue;
            var value = property.GetValue(command);
            if (command is IConfidential && value is string)
                continue;
            subject[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value switch
            {
                IEntityId id => JsonValue.Create(id.Value),
                Precondition precondition => JsonValue.Create(precondition.IfMatch),
                _ => JsonSerializer.SerializeToNode(value, value?.GetType() ?? typeof(object), Json.Stored),
            };
        }

        if (command is not IConfidential && command.GetType().GetProperty("Body")?.GetValue(command) is { } body && body.GetType().GetProperty("Reason")?.GetValue(body) is string reason)
            subject["reason"] = reason;
        return subject.ToJsonString(Json.Stored);
    }
}
