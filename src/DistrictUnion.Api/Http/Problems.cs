using System.Diagnostics;
using System.Globalization;
using System.Text;
using DistrictUnion.Api.Words;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Titles;
using DistrictUnion.Application.Votes;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Http;

/// <summary>The one place where refusals become problem details (RFC 9457), in the language of the request.</summary>
public sealed class Problems(MessageCatalogue messages)
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>The answer of a refusal.</summary>
    public IResult Of(Error error) => Results.Problem(Describe(error));

    /// <summary>The answer for a request that lacks a caller.</summary>
    public IResult Unauthenticated() => Results.Problem(Make(StatusCodes.Status401Unauthorized, "unauthenticated", None));

    /// <summary>The answer for a malformed body.</summary>
    public IResult Malformed(string path, string code = "json.malformed") => Of(ValidationError.Of(path, code));

    /// <summary>The answer of a status and code.</summary>
    public IResult Of(int status, string code) => Results.Problem(Make(status, code, None));

    /// <summary>The problem details of a refusal.</summary>
    public ProblemDetails Describe(Error error)
    {
        switch (error)
        {
            case ValidationError validation:
                return WithFields(Make(StatusCodes.Status400BadRequest, "validation", None), validation.Fields);
            case InvitationRefused or BallotRefused or ReceiptUnknown or PublicPageUnknown:
                return Make(StatusCodes.Status404NotFound, error.Code, None);
            case SignInRefused:
                return Make(StatusCodes.Status401Unauthorized, error.Code, None);
            case ForbiddenError:
                return Make(StatusCodes.Status403Forbidden, error.Code, error.Arguments);
            case NotFoundError:
                return Make(StatusCodes.Status404NotFound, error.Code, None);
            case PreconditionRequiredError:
                return Make(StatusCodes.Status428PreconditionRequired, error.Code, None);
            case PreconditionFailedError stale:
                var changed = Make(StatusCodes.Status412PreconditionFailed, error.Code, None);
                if (stale.Conflicts is { } conflicts)
                    changed.Extensions["conflicts"] = conflicts;
                return changed;
            case UnavailableError:
                return Make(StatusCodes.Status503ServiceUnavailable, error.Code, error.Arguments);
            case ConflictError conflict:
                var details = Make(StatusCodes.Status409Conflict, error.Code, error.Arguments);
                details.Extensions["state"] = conflict.State;
                details.Extensions["allowed"] = conflict.Allowed ?? [];
                return details;
            case UnprocessableError unprocessable:
                var problem = Make(StatusCodes.Status422UnprocessableEntity, error.Code, error.Arguments);
                problem.Extensions["problems"] = unprocessable.Problems
                    .Select(p => new { path = p.Path, code = p.Code, message = messages.Format(p.Code, p.Arguments) }).ToList();
                return problem;
            default:
                throw new InvalidOperationException($"{error.GetType().Name} has no answer.");
        }
    }

    private ProblemDetails WithFields(ProblemDetails details, IReadOnlyList<FieldError> fields)
    {
        details.Extensions["errors"] = fields.GroupBy(f => f.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(f => messages.Format(f.Code, f.Arguments)).ToArray(), StringComparer.Ordinal);
        details.Extensions["codes"] = fields.GroupBy(f => f.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(f => f.Code).ToArray(), StringComparer.Ordinal);
        return details;
    }

    private ProblemDetails Make(int status, string code, IReadOnlyDictionary<string, object?> arguments) => new()
    {
        Status = status,
        Type = $"/problems/{SlugOf(code)}",
        Title = messages.Format($"problem.{status.ToString(CultureInfo.InvariantCulture)}", None),
        Detail = messages.Format(code, arguments),
        Extensions = { ["traceId"] = Activity.Current?.TraceId.ToString() },
    };

    private static string SlugOf(string code)
    {
        var slug = new StringBuilder(code.Length + 4);
        foreach (var c in code)
        {
            if (c == '.')
                slug.Append('-');
            else if (char.IsUpper(c))
                slug.Append('-').Append(char.ToLowerInvariant(c));
            else
                slug.Append(c);
        }

        return slug.ToString();
    }
}
