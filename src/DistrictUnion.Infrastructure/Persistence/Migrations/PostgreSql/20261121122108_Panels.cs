using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DistrictUnion.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Panels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "panels",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    fact = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    judges_per_school = table.Column<int>(type: "integer", nullable: false),
                    most_per_judge = table.Column<int>(type: "integer", nullable: true),
                    schools = table.Column<string>(type: "text", nullable: true),
                    judges = table.Column<string>(type: "text", nullable: false),
                    bans = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    assignments = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_without = table.Column<string>(type: "text", nullable: true),
                    reopened_for = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panels", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_panels_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panels_rounds_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "rounds",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_seats",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judge = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    handed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending = table.Column<int>(type: "integer", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_seats", x => new { x.district_id, x.panel_id, x.school_id, x.judge });
                    table.ForeignKey(
                        name: "fk_panel_seats_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_seats_panels_district_id_panel_id",
                        columns: x => new { x.district_id, x.panel_id },
                        principalTable: "panels",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_seats_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_score_changes",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judge = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    old_score = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    new_score = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_score_changes", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_panel_score_changes_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_score_changes_panel_seats_district_id_panel_id_school_",
                        columns: x => new { x.district_id, x.panel_id, x.school_id, x.judge },
                        principalTable: "panel_seats",
                        principalColumns: new[] { "district_id", "panel_id", "school_id", "judge" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_panel_score_changes_district_id_panel_id_school_id_judge",
                table: "panel_score_changes",
                columns: new[] { "district_id", "panel_id", "school_id", "judge" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_seats_district_id_judge",
                table: "panel_seats",
                columns: new[] { "district_id", "judge" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_seats_district_id_school_id",
                table: "panel_seats",
                columns: new[] { "district_id", "school_id" });

            migrationBuilder.CreateIndex(
                name: "ix_panels_district_id_round_id_code",
                table: "panels",
                columns: new[] { "district_id", "round_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "panel_score_changes");

            migrationBuilder.DropTable(
                name: "panel_seats");

            migrationBuilder.DropTable(
                name: "panels");
        }
    }
}
