using System.Text;

namespace DistrictUnion.Application.Pipeline;

/// <summary>How fields are named in problem details: as in the request's JSON.</summary>
public static class Paths
{
    /// <summary>
    /// Turns a validator's property path into the path of the JSON: camelCase, without the <c>Body</c> that holds the whole
    /// request body.
    /// </summary>
    public static string OfProperty(string property)
    {
        var path = new StringBuilder(property.Length);
        foreach (var part in property.Split('.'))
        {
            if (part == "Body")
                continue;
            if (path.Length > 0)
                path.Append('.');
            path.Append(part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]);
        }

        return path.ToString();
    }
}
