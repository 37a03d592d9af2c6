using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Seeding;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Accounts;

/// <summary>How an installation gets a further district, as <c>districtunion district add</c> does it.</summary>
public sealed class DistrictFoundingTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task The_administrator_of_a_new_district_signs_in_and_finds_it_empty()
    {
        Assert.Null((await FoundAsync("xincheng", "xincheng.admin")).Error);

        var admin = await service.SignInAsync("xincheng.admin");
        Assert.Equal(0, (await admin.GetAsync("schools")).Expect(200).At("total").GetInt32());
        (await admin.PutAsync("zones/north", new { name = "北片" })).Expect(201);
        Assert.Equal(2L, await service.ReadAsync<long>(
            "SELECT count(*) FROM audit_entries a JOIN districts d ON d.id = a.district_id WHERE d.code = 'xincheng' AND a.action IN ('FoundDistrict', 'AppointAdministrator')"));
    }

    [Fact]
    public async Task A_code_or_a_name_that_is_taken_founds_nothing_and_names_the_argument()
    {
        var district = await service.FoundDistrictAsync();
        await RefusesAsync(district.Code, "nobody.yet", "CODE", "district.taken");
        await RefusesAsync("nowhere", district.NameOf("admin"), "--admin", "userName.taken");
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT (SELECT count(*) FROM districts WHERE code = 'nowhere') + (SELECT count(*) FROM users WHERE user_name = 'nobody.yet')"));
    }

    private async Task RefusesAsync(string code, string administrator, string argument, string because)
    {
        var field = Assert.Single(Assert.IsType<ValidationError>((await FoundAsync(code, administrator)).Error).Fields);
        Assert.Equal((argument, because), (field.Path, field.Code));
    }

    private Task<Result<DistrictId>> FoundAsync(string code, string administrator) =>
        new DistrictFounding(service.Services).FoundAsync(code, "新城区", administrator, UnionClient.Password, CancellationToken.None);
}
