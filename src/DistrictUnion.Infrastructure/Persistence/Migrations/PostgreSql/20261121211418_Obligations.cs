using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DistrictUnion.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Obligations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "term_ends_on",
                table: "schools",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "term_starts_on",
                table: "schools",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "district_calendar_days",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district_calendar_days", x => new { x.district_id, x.date });
                    table.ForeignKey(
                        name: "fk_district_calendar_days_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation_templates",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    definition = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    active_since = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation_templates", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_obligation_templates_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligations",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(322)", maxLength: 322, nullable: false, collation: "C"),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    template_revision = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: true),
                    branch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    period = table.Column<string>(type: "character varying(192)", maxLength: 192, nullable: false),
                    period_from = table.Column<DateOnly>(type: "date", nullable: false),
                    period_to = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(192)", maxLength: 192, nullable: true),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis_on = table.Column<DateOnly>(type: "date", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: true),
                    shift = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence = table.Column<int>(type: "integer", nullable: false),
                    fulfilled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    fulfilled_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    reference = table.Column<string>(type: "character varying(192)", maxLength: 192, nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    files = table.Column<string>(type: "text", nullable: false),
                    waived_for = table.Column<string>(type: "text", nullable: true),
                    overdue_noted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    trail = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligations", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_obligations_branches_district_id_branch_id",
                        columns: x => new { x.district_id, x.branch_id },
                        principalTable: "branches",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_obligation_templates_district_id_template_id",
                        columns: x => new { x.district_id, x.template_id },
                        principalTable: "obligation_templates",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_zones_district_id_zone_id",
                        columns: x => new { x.district_id, x.zone_id },
                        principalTable: "zones",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_templates_district_id_code",
                table: "obligation_templates",
                columns: new[] { "district_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_district_id_basis_on_template_id",
                table: "obligations",
                columns: new[] { "district_id", "basis_on", "template_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligations_district_id_branch_id",
                table: "obligations",
                columns: new[] { "district_id", "branch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligations_district_id_code",
                table: "obligations",
                columns: new[] { "district_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_district_id_school_id_basis_on",
                table: "obligations",
                columns: new[] { "district_id", "school_id", "basis_on" });

            migrationBuilder.CreateIndex(
                name: "ix_obligations_district_id_template_id",
                table: "obligations",
                columns: new[] { "district_id", "template_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligations_district_id_zone_id",
                table: "obligations",
                columns: new[] { "district_id", "zone_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "district_calendar_days");

            migrationBuilder.DropTable(
                name: "obligations");

            migrationBuilder.DropTable(
                name: "obligation_templates");

            migrationBuilder.DropColumn(
                name: "term_ends_on",
                table: "schools");

            migrationBuilder.DropColumn(
                name: "term_starts_on",
                table: "schools");
        }
    }
}
