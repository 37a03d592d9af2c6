using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DistrictUnion.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ReturnReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handed_in_before",
                table: "self_evaluations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "return_reasons",
                table: "self_evaluations",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "handed_in_before",
                table: "self_evaluations");

            migrationBuilder.DropColumn(
                name: "return_reasons",
                table: "self_evaluations");
        }
    }
}
