using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DistrictUnion.Api.OpenApi;

/// <summary>
/// The body of an endpoint, for the document only. The framework's own metadata also takes part in routing: a request with
/// another media type, or none, would be "not found" before anybody asks who calls.
/// </summary>
/// <param name="Type">Type of the body.</param>
/// <param name="Required">Whether there must be one.</param>
/// <param name="MediaTypes">Media types that are read.</param>
internal sealed record BodyMetadata(Type Type, bool Required, IReadOnlyList<string> MediaTypes);

/// <summary>Writes bodies into the document.</summary>
internal sealed class BodyFilter : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<BodyMetadata>().LastOrDefault() is not { } body)
            return;
        var schema = context.SchemaGenerator.GenerateSchema(body.Type, context.SchemaRepository);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = body.Required,
            Content = body.MediaTypes.ToDictionary(m => m, _ => new OpenApiMediaType { Schema = schema }, StringComparer.Ordinal),
        };
    }
}
