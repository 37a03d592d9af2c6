namespace DistrictUnion.Api.Access;

/// <summary>Refuses to start with an endpoint that says neither what it demands nor that it is open.</summary>
public static class EndpointChecks
{
    /// <summary>Checks every endpoint.</summary>
    /// <exception cref="InvalidOperationException">An endpoint declares nothing, or too much.</exception>
    public static void Run(IEndpointRouteBuilder app)
    {
        foreach (var endpoint in app.DataSources.SelectMany(s => s.Endpoints))
        {
            var declared = endpoint.Metadata.GetOrderedMetadata<PermissionMetadata>().Count + endpoint.Metadata.GetOrderedMetadata<AnonymousMetadata>().Count;
            if (declared != 1)
                throw new InvalidOperationException($"{endpoint.DisplayName} declares {declared} permissions; declare exactly one, or that it is anonymous.");
        }
    }
}
