using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DistrictUnion.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class EvidenceVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_evidence",
                table: "evidence");

            migrationBuilder.AddColumn<string>(
                name: "evidence_handed_in",
                table: "self_evaluations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evidence_handed_in_before",
                table: "self_evaluations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "picture_hash",
                table: "evidence_uploads",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "replaces",
                table: "evidence_uploads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "evidence",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "picture_hash",
                table: "evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "replaced_at",
                table: "evidence",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "was_handed_in",
                table: "evidence",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "pk_evidence",
                table: "evidence",
                columns: new[] { "district_id", "id", "number" });

            migrationBuilder.CreateTable(
                name: "file_scans",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    threat = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_scans", x => new { x.district_id, x.hash });
                    table.ForeignKey(
                        name: "fk_file_scans_districts_district_id",
                        column: x => x.district_id,
                        principalTable: "districts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_scans_district_id_state",
                table: "file_scans",
                columns: new[] { "district_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_scans");

            migrationBuilder.DropPrimaryKey(
                name: "pk_evidence",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "evidence_handed_in",
                table: "self_evaluations");

            migrationBuilder.DropColumn(
                name: "evidence_handed_in_before",
                table: "self_evaluations");

            migrationBuilder.DropColumn(
                name: "picture_hash",
                table: "evidence_uploads");

            migrationBuilder.DropColumn(
                name: "replaces",
                table: "evidence_uploads");

            migrationBuilder.DropColumn(
                name: "number",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "picture_hash",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "replaced_at",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "was_handed_in",
                table: "evidence");

            migrationBuilder.AddPrimaryKey(
                name: "pk_evidence",
                table: "evidence",
                columns: new[] { "district_id", "id" });
        }
    }
}
