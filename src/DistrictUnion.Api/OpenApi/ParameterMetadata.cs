using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DistrictUnion.Api.OpenApi;

/// <summary>A parameter of the query string that an endpoint reads itself, for the document.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Type">Its shape.</param>
/// <param name="Words">Allowed words; empty: any.</param>
internal sealed record QueryMetadata(string Name, string Description, JsonSchemaType Type, IReadOnlyList<string> Words);

/// <summary>Writes query parameters and the headers of the conventions into the document.</summary>
internal sealed class ParameterFilter : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var query in metadata.OfType<QueryMetadata>())
            Add(operation, query.Name, ParameterLocation.Query, query.Description, query.Type, query.Words);
        if (metadata.OfType<ProducesResponseTypeMetadata>().Any(m => m.StatusCode == StatusCodes.Status428PreconditionRequired))
            Add(operation, "If-Match", ParameterLocation.Header, "已有资源的 ETag，* 表示任意版本", JsonSchemaType.String, []);
        if (HttpMethods.IsPost(context.ApiDescription.HttpMethod ?? "") && context.ApiDescription.RelativePath?.StartsWith("api/v1/auth", StringComparison.Ordinal) != true)
            Add(operation, "Idempotency-Key", ParameterLocation.Header, "可选；相同的键与内容只执行一次，保留 24 小时", JsonSchemaType.String, []);
        Add(operation, "Accept-Language", ParameterLocation.Header, "zh-CN（默认）或 en", JsonSchemaType.String, []);
    }

    private static void Add(
        OpenApiOperation operation, string name, ParameterLocation place, string description, JsonSchemaType type, IReadOnlyList<string> words) =>
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = place,
            Description = description,
            Schema = new OpenApiSchema { Type = type, Enum = words.Count == 0 ? null : [.. words.Select(w => System.Text.Json.Nodes.JsonValue.Create(w))] },
        });
}

/// <summary>Writes the words that the API adds to every code into the document.</summary>
internal sealed class WordsFilter : ISchemaFilter
{
    private static readonly Dictionary<Type, string> Properties = new()
    {
        [typeof(Statement)] = "text",
        [typeof(ContentWarning)] = "message",
        [typeof(SchemeProblemView)] = "message",
        [typeof(FormRow)] = "message",
        [typeof(ImportRow)] = "message",
    };

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete)
            return;
        if (Properties.TryGetValue(context.Type, out var name))
        {
            concrete.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            concrete.Properties[name] = new OpenApiSchema { Type = JsonSchemaType.String, ReadOnly = true, Description = "按请求语言写成的文字" };
        }
        else if (context.Type == typeof(ProblemDetails))
        {
            concrete.Description = "RFC 9457；另有 traceId，按情况有 errors、codes、state、allowed、problems";
        }
    }
}
