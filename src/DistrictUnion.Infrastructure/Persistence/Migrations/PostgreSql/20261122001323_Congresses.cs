using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DistrictUnion.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Congresses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "congress_rules",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congress_rules", x => x.district_id);
                    table.ForeignKey(
                        name: "fk_congress_rules_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "congresses",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(72)", maxLength: 72, nullable: false, collation: "C"),
                    term = table.Column<int>(type: "integer", nullable: false),
                    session = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    delegates = table.Column<int>(type: "integer", nullable: false),
                    present = table.Column<int>(type: "integer", nullable: true),
                    agenda = table.Column<string>(type: "text", nullable: true),
                    terms = table.Column<string>(type: "text", nullable: false),
                    resolutions = table.Column<string>(type: "text", nullable: false),
                    files = table.Column<string>(type: "text", nullable: false),
                    trail = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_congresses", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_congresses_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_congresses_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    posted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    is_nothing = table.Column<bool>(type: "boolean", nullable: false),
                    proofs = table.Column<string>(type: "text", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false),
                    cancelled_for = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosures", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_disclosures_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disclosures_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school_id = table.Column<Guid>(type: "uuid", nullable: false),
                    congress_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    heading = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    grounds = table.Column<string>(type: "text", nullable: false),
                    suggestion = table.Column<string>(type: "text", nullable: false),
                    proposer = table.Column<string>(type: "text", nullable: false),
                    co_signers = table.Column<string>(type: "text", nullable: false),
                    branch = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opinion = table.Column<string>(type: "text", nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    assignment = table.Column<string>(type: "text", nullable: true),
                    replies = table.Column<string>(type: "text", nullable: false),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    is_reopened = table.Column<bool>(type: "boolean", nullable: false),
                    trail = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "fk_proposals_congresses_district_id_congress_id",
                        columns: x => new { x.district_id, x.congress_id },
                        principalTable: "congresses",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_proposals_district_id_merged_into",
                        columns: x => new { x.district_id, x.merged_into },
                        principalTable: "proposals",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_schools_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "schools",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_congresses_district_id_code",
                table: "congresses",
                columns: new[] { "district_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_congresses_district_id_school_id_planned_on",
                table: "congresses",
                columns: new[] { "district_id", "school_id", "planned_on" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_district_id_posted_on",
                table: "disclosures",
                columns: new[] { "district_id", "posted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_district_id_school_id_posted_on",
                table: "disclosures",
                columns: new[] { "district_id", "school_id", "posted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_district_id_congress_id_number",
                table: "proposals",
                columns: new[] { "district_id", "congress_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_district_id_merged_into",
                table: "proposals",
                columns: new[] { "district_id", "merged_into" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_district_id_school_id_state",
                table: "proposals",
                columns: new[] { "district_id", "school_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "congress_rules");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "congresses");
        }
    }
}
