using DistrictUnion.Api.Endpoints;

namespace DistrictUnion.Api.Http;

/// <summary>The body of an action: nothing, or a reason.</summary>
internal static class ReasonBody
{
    /// <summary>Reads the reason; null when there is no body.</summary>
    public static async Task<string?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 || (http.Request.ContentLength is null && !http.Request.HasJsonContentType()))
            return null;
        return (await Body<RoundEndpoints.ReasonInput>.BindAsync(http, null!))!.Value.Reason;
    }
}
