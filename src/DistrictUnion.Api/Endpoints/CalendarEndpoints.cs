using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Calendars;

namespace DistrictUnion.Api.Endpoints;

/// <summary>The working calendar.</summary>
public static class CalendarEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/calendar/days", (HttpContext http, int? year, Paging page, Answers answers) => answers.PlainAsync(http, new ListCalendarDays(year, page.Value)))
            .Requires(Permission.ReadCalendar).ProducesPage<CalendarDayView>().WithSummary("一年中的放假和调休上班日").WithTags("Calendar");
        api.MapGet("/calendar/years", (HttpContext http, Paging page, Answers answers) => answers.PlainAsync(http, new ListCalendarYears(page.Value)))
            .Requires(Permission.ReadCalendar).ProducesPage<CalendarYearView>().WithSummary("已有和缺少安排的年份").WithTags("Calendar");
        api.MapPost("/calendar/import", (HttpContext http, ImportAnswers imports) =>
                imports.RunAsync(http, CalendarColumns.Table, (rows, mode, dryRun) => new ImportCalendar(rows, mode, dryRun)))
            .Requires(Permission.ManageCalendar).Imports<CalendarRow>().WithSummary("导入放假安排，只对本区生效").WithTags("Calendar");
        api.MapGet("/calendar/import/template.xlsx", (ImportAnswers imports) => imports.Template(CalendarColumns.Table))
            .Requires(Permission.ManageCalendar).ProducesFile(MediaTypes.Xlsx).WithSummary("放假安排的导入模板").WithTags("Calendar");
    }
}
