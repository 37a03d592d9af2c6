using DistrictUnion.Application.Imports;
using DistrictUnion.Domain.Accounts;

namespace DistrictUnion.Application.Accounts;

/// <summary>Columns of a file of accounts and posts.</summary>
public static class UserColumns
{
    private static readonly ImportColumn<string> UserName = ImportColumn.Text("userName", "用户名");
    private static readonly ImportColumn<string> DisplayName = ImportColumn.Text("displayName", "姓名");
    private static readonly ImportColumn<Role> Post = ImportColumn.Word(
        "role",
        "角色",
        (Role.DistrictAdmin, "区级管理员"),
        (Role.DistrictOfficer, "区级干部"),
        (Role.ZoneLead, "片区负责人"),
        (Role.SchoolChair, "学校工会主席"),
        (Role.SchoolClerk, "学校经办人"),
        (Role.BranchLead, "小组长"),
        (Role.Auditor, "审计员"),
        (Role.ExpertReviewer, "评审专家"),
        (Role.DistrictApprover, "区级审批人"),
        (Role.CareKeeper, "关爱专员"));

    private static readonly ImportColumn<string?> Zone = ImportColumn.OptionalText("zone", "片区");
    private static readonly ImportColumn<string?> School = ImportColumn.OptionalText("school", "学校代码");
    private static readonly ImportColumn<string?> Branch = ImportColumn.OptionalText("branch", "小组代码");
    private static readonly ImportColumn<DateOnly> From = ImportColumn.Date("from", "任职起始日期");
    private static readonly ImportColumn<DateOnly?> To = ImportColumn.OptionalDate("to", "任职截止日期");

    /// <summary>The columns.</summary>
    public static ImportTable<UserRow> Table { get; } = new(
        "users",
        [UserName, DisplayName, Post, Zone, School, Branch, From, To],
        cells => new UserRow(
            cells.Of(UserName), cells.Of(DisplayName), cells.Of(Post), cells.Of(From), cells.Of(Zone), cells.Of(School), cells.Of(Branch), cells.Of(To)),
        row =>
        [
            UserName.Show(row.UserName), DisplayName.Show(row.DisplayName), Post.Show(row.Role), Zone.Show(row.Zone), School.Show(row.School),
            Branch.Show(row.Branch), From.Show(row.From), To.Show(row.To),
        ]);
}
