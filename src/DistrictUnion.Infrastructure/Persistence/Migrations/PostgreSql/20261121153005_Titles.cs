using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DistrictUnion.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Titles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "title_programmes",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    definition = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_programmes", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_title_programmes_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "held_titles",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    tier = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rectify_by = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    trail = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_titles", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_held_titles_branches_district_id_branch_id",
                        columns: x => new { x.district_id, x.branch_id },
                        principalTable: "branches",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_held_titles_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_held_titles_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_held_titles_title_programmes_district_id_programme_id",
                        columns: x => new { x.district_id, x.programme_id },
                        principalTable: "title_programmes",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "title_campaigns",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tier = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: true),
                    ranked_from = table.Column<string>(type: "text", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: true),
                    tie_resolutions = table.Column<string>(type: "text", nullable: false),
                    trail = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_campaigns", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_title_campaigns_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_title_campaigns_rounds_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "rounds",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_title_campaigns_title_programmes_district_id_programme_id",
                        columns: x => new { x.district_id, x.programme_id },
                        principalTable: "title_programmes",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publicity_notices",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tier_name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    start_on = table.Column<DateOnly>(type: "date", nullable: false),
                    end_on = table.Column<DateOnly>(type: "date", nullable: false),
                    units = table.Column<string>(type: "text", nullable: false),
                    objections_taken = table.Column<int>(type: "integer", nullable: false),
                    cancelled_for = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publicity_notices", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_publicity_notices_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publicity_notices_title_campaigns_district_id_campaign_id",
                        columns: x => new { x.district_id, x.campaign_id },
                        principalTable: "title_campaigns",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "title_applications",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    branch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "character varying(129)", maxLength: 129, nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    state_before = table.Column<int>(type: "integer", nullable: true),
                    report = table.Column<string>(type: "text", nullable: false),
                    marks = table.Column<string>(type: "text", nullable: false),
                    approvals = table.Column<string>(type: "text", nullable: false),
                    scores = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ranking = table.Column<string>(type: "text", nullable: true),
                    trail = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_applications", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_title_applications_branches_district_id_branch_id",
                        columns: x => new { x.district_id, x.branch_id },
                        principalTable: "branches",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_title_applications_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_title_applications_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_title_applications_title_campaigns_district_id_campaign_id",
                        columns: x => new { x.district_id, x.campaign_id },
                        principalTable: "title_campaigns",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application = table.Column<string>(type: "character varying(129)", maxLength: 129, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objections", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_objections_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objections_publicity_notices_district_id_notice_id",
                        columns: x => new { x.district_id, x.notice_id },
                        principalTable: "publicity_notices",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_held_titles_district_id_branch_id",
                table: "held_titles",
                columns: new[] { "district_id", "branch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_held_titles_district_id_programme_id",
                table: "held_titles",
                columns: new[] { "district_id", "programme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_held_titles_district_id_school_id",
                table: "held_titles",
                columns: new[] { "district_id", "school_id" });

            migrationBuilder.CreateIndex(
                name: "ix_held_titles_district_id_unit",
                table: "held_titles",
                columns: new[] { "district_id", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_held_titles_number",
                table: "held_titles",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objections_district_id_notice_id_receipt_hash",
                table: "objections",
                columns: new[] { "district_id", "notice_id", "receipt_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publicity_notices_district_id_campaign_id_number",
                table: "publicity_notices",
                columns: new[] { "district_id", "campaign_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publicity_notices_id",
                table: "publicity_notices",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_title_applications_district_id_branch_id",
                table: "title_applications",
                columns: new[] { "district_id", "branch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_title_applications_district_id_campaign_id_unit",
                table: "title_applications",
                columns: new[] { "district_id", "campaign_id", "unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_title_applications_district_id_school_id",
                table: "title_applications",
                columns: new[] { "district_id", "school_id" });

            migrationBuilder.CreateIndex(
                name: "ix_title_campaigns_district_id_code",
                table: "title_campaigns",
                columns: new[] { "district_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_title_campaigns_district_id_programme_id",
                table: "title_campaigns",
                columns: new[] { "district_id", "programme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_title_campaigns_district_id_round_id",
                table: "title_campaigns",
                columns: new[] { "district_id", "round_id" });

            migrationBuilder.CreateIndex(
                name: "ix_title_programmes_district_id_code",
                table: "title_programmes",
                columns: new[] { "district_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "held_titles");

            migrationBuilder.DropTable(
                name: "objections");

            migrationBuilder.DropTable(
                name: "title_applications");

            migrationBuilder.DropTable(
                name: "publicity_notices");

            migrationBuilder.DropTable(
                name: "title_campaigns");

            migrationBuilder.DropTable(
                name: "title_programmes");
        }
    }
}
