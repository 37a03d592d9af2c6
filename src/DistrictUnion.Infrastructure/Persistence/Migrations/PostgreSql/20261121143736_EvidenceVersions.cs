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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
