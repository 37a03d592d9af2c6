using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DistrictUnion.Api.OpenApi;

/// <summary>The OpenAPI document: what the service answers at /swagger/v1/swagger.json and what is committed as openapi.json.</summary>
public static class OpenApiSetup
{
    /// <summary>Sets the generator up.</summary>
    public static void Configure(SwaggerGenOptions options)
    {
        options.SwaggerDoc("v1", new OpenApiInfo { Title = "DistrictUnion", Version = "v1", Description = "区教育工会考核评估平台 REST API" });
        foreach (var assembly in new[] { typeof(OpenApiSetup).Assembly, typeof(Application.DependencyInjection).Assembly, typeof(Error).Assembly })
        {
            var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
            if (File.Exists(file))
                options.IncludeXmlComments(file);
        }

        options.SupportNonNullableReferenceTypes();
        options.UseAllOfToExtendReferenceSchemas();
        options.MapType<DueMoment>(() => new OpenApiSchema { Type = JsonSchemaType.String, Description = "RFC 3339, or a date: the end of that day in Asia/Shanghai" });
        options.MapType<JobId>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" });
        options.MapType<Fraction>(() => new OpenApiSchema { Description = "A number, or \"numerator/denominator\" where six decimals don't say it all" });
        options.MapType<FactValue>(() => new OpenApiSchema { Description = "A value in the shape of its fact" });
        options.AddSecurityDefinition("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
        options.OperationFilter<BodyFilter>();
        options.OperationFilter<ParameterFilter>();
        options.SchemaFilter<WordsFilter>();
        options.CustomSchemaIds(SchemaId);
        options.OrderActionsBy(d => $"{d.RelativePath} {d.HttpMethod}");
    }

    private static string SchemaId(Type type) => type.IsGenericType
        ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.Name;
}
