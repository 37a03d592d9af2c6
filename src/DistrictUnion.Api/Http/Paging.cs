using System.Globalization;
using System.Reflection;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Http;

/// <summary>Which page of a list is asked for: <c>page</c> from 1, <c>pageSize</c> 1…200.</summary>
/// <param name="Value">The page.</param>
public sealed record Paging(PageRequest Value)
{
    private const int MaxSize = 200;

    /// <summary>Reads the page of a request.</summary>
    /// <exception cref="BindingException">A number is out of range.</exception>
    public static ValueTask<Paging?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var number = Read(context, "page", 1, int.MaxValue / MaxSize);
        var size = Read(context, "pageSize", 50, MaxSize);
        return ValueTask.FromResult<Paging?>(new Paging(new PageRequest(number, size)));
    }

    private static int Read(HttpContext context, string name, int absent, int most)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
            return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most
            ? value
            : throw new BindingException(ValidationError.Of(name, "paging.range", ("most", most)));
    }
}
