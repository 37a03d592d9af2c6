using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Accounts;

/// <summary>Makes the first administrator of a district whose tenant was entered.</summary>
public sealed record AppointAdministrator(string UserName, string DisplayName, string Password) : ICommand<Nothing>;

internal sealed class AppointAdministratorValidator : AbstractValidator<AppointAdministrator>
{
    public AppointAdministratorValidator()
    {
        RuleFor(c => c.UserName).BusinessCode();
        RuleFor(c => c.DisplayName).PersonalOrBusinessName();
        RuleFor(c => c.Password).Must(p => p is { Length: >= 10 and <= 256 }).WithErrorCode("password.length");
    }
}

internal sealed class AppointAdministratorHandler(
    IUnionDb db, ITenantContext tenant, IUserNames userNames, IAccountSecurity security, TimeProvider clock)
    : IHandler<AppointAdministrator, Nothing>
{
    public async Task<Result<Nothing>> Handle(AppointAdministrator request, CancellationToken cancellationToken)
    {
        if (await userNames.IsTakenAsync(UserAccount.Normalize(request.UserName), cancellationToken))
            return ValidationError.Of("userName", "userName.taken");
        var user = UserAccount.Create(tenant.RequireCaller().DistrictId, request.UserName, request.DisplayName);
        user.SetPosts([new PostTerms(Role.DistrictAdmin, null, null, null, clock.Today(), null)]);
        user.PasswordHash = security.Hash(user, request.Password);
        db.Users.Add(user);
        return default(Nothing);
    }
}
