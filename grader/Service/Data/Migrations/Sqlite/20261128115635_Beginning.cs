using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ExerciseKit.Service.Data.Migrations.Sqlite;

/// <inheritdoc />
public partial class Beginning : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Alarms",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                At = table.Column<long>(type: "INTEGER", nullable: false),
                HandInId = table.Column<Guid>(type: "TEXT", nullable: true),
                WorkerId = table.Column<string>(type: "TEXT", nullable: true),
                English = table.Column<string>(type: "TEXT", nullable: false),
                Chinese = table.Column<string>(type: "TEXT", nullable: false),
                SeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                SeenBy = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Alarms", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Audit",
            columns: table => new
            {
                Id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                At = table.Column<long>(type: "INTEGER", nullable: false),
                By = table.Column<string>(type: "TEXT", nullable: false),
                What = table.Column<string>(type: "TEXT", nullable: false),
                PersonId = table.Column<string>(type: "TEXT", nullable: true),
                Exercise = table.Column<string>(type: "TEXT", nullable: true),
                HandInId = table.Column<Guid>(type: "TEXT", nullable: true),
                Before = table.Column<string>(type: "TEXT", nullable: true),
                After = table.Column<string>(type: "TEXT", nullable: true),
                Why = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Audit", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Courses",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Text = table.Column<string>(type: "TEXT", nullable: false),
                Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                RosterText = table.Column<string>(type: "TEXT", nullable: true),
                RosterSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                Kit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                KitVersion = table.Column<string>(type: "TEXT", nullable: false),
                TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                TakenBy = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Courses", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "People",
            columns: table => new
            {
                Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                Name = table.Column<string>(type: "TEXT", nullable: false),
                Email = table.Column<string>(type: "TEXT", nullable: true),
                Language = table.Column<string>(type: "TEXT", nullable: true),
                TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                Subject = table.Column<string>(type: "TEXT", nullable: true),
                LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_People", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Probes",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Kit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Exercise = table.Column<string>(type: "TEXT", nullable: false),
                Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                IsSolution = table.Column<bool>(type: "INTEGER", nullable: false),
                Hash = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Probes", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ProtectionKeys",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Name = table.Column<string>(type: "TEXT", nullable: false),
                Xml = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Regradings",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Choice = table.Column<string>(type: "TEXT", nullable: false),
                State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                AskedBy = table.Column<string>(type: "TEXT", nullable: false),
                EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                EndedBy = table.Column<string>(type: "TEXT", nullable: true),
                NeverLower = table.Column<bool>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Regradings", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Workers",
            columns: table => new
            {
                Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Machine = table.Column<string>(type: "TEXT", nullable: false),
                ProcessId = table.Column<int>(type: "INTEGER", nullable: false),
                Kit = table.Column<string>(type: "TEXT", nullable: false),
                KitVersion = table.Column<string>(type: "TEXT", nullable: false),
                Jobs = table.Column<int>(type: "INTEGER", nullable: false),
                StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                LastGoodProbeAt = table.Column<long>(type: "INTEGER", nullable: true),
                RefusedAt = table.Column<long>(type: "INTEGER", nullable: true),
                RefusedFor = table.Column<string>(type: "TEXT", nullable: true),
                EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Workers", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Extensions",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PersonId = table.Column<string>(type: "TEXT", nullable: false),
                Exercise = table.Column<string>(type: "TEXT", nullable: true),
                Due = table.Column<long>(type: "INTEGER", nullable: false),
                Reason = table.Column<string>(type: "TEXT", nullable: false),
                GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                GivenBy = table.Column<string>(type: "TEXT", nullable: false),
                WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                WithdrawnBy = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Extensions", x => x.Id);
                table.ForeignKey(
                    name: "FK_Extensions_People_PersonId",
                    column: x => x.PersonId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "HandIns",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PersonId = table.Column<string>(type: "TEXT", nullable: false),
                Exercises = table.Column<string>(type: "TEXT", nullable: false),
                ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                FileName = table.Column<string>(type: "TEXT", nullable: false),
                Bytes = table.Column<int>(type: "INTEGER", nullable: false),
                Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                SentAs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                ResultId = table.Column<Guid>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_HandIns", x => x.Id);
                table.ForeignKey(
                    name: "FK_HandIns_People_PersonId",
                    column: x => x.PersonId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Overrides",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PersonId = table.Column<string>(type: "TEXT", nullable: false),
                Exercise = table.Column<string>(type: "TEXT", nullable: false),
                Points = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                Reason = table.Column<string>(type: "TEXT", nullable: false),
                GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                GivenBy = table.Column<string>(type: "TEXT", nullable: false),
                WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                WithdrawnBy = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Overrides", x => x.Id);
                table.ForeignKey(
                    name: "FK_Overrides_People_PersonId",
                    column: x => x.PersonId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "SignInLinks",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                PersonId = table.Column<string>(type: "TEXT", nullable: false),
                SecretHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                IssuedBy = table.Column<string>(type: "TEXT", nullable: false),
                ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SignInLinks", x => x.Id);
                table.ForeignKey(
                    name: "FK_SignInLinks_People_PersonId",
                    column: x => x.PersonId,
                    principalTable: "People",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Gradings",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                HandInId = table.Column<Guid>(type: "TEXT", nullable: false),
                Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                RegradingId = table.Column<Guid>(type: "TEXT", nullable: true),
                State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                WorkerId = table.Column<string>(type: "TEXT", nullable: true),
                LeaseEnd = table.Column<long>(type: "INTEGER", nullable: true),
                Failures = table.Column<int>(type: "INTEGER", nullable: false),
                Fault = table.Column<string>(type: "TEXT", nullable: true),
                Problem = table.Column<string>(type: "TEXT", nullable: true),
                JobId = table.Column<string>(type: "TEXT", nullable: true),
                BegunAt = table.Column<long>(type: "INTEGER", nullable: true),
                EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Gradings", x => x.Id);
                table.ForeignKey(
                    name: "FK_Gradings_HandIns_HandInId",
                    column: x => x.HandInId,
                    principalTable: "HandIns",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Gradings_Regradings_RegradingId",
                    column: x => x.RegradingId,
                    principalTable: "Regradings",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "HandInFiles",
            columns: table => new
            {
                HandInId = table.Column<Guid>(type: "TEXT", nullable: false),
                Content = table.Column<byte[]>(type: "BLOB", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_HandInFiles", x => x.HandInId);
                table.ForeignKey(
                    name: "FK_HandInFiles_HandIns_HandInId",
                    column: x => x.HandInId,
                    principalTable: "HandIns",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ChecksSeen",
            columns: table => new
            {
                GradingId = table.Column<Guid>(type: "TEXT", nullable: false),
                Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                Number = table.Column<int>(type: "INTEGER", nullable: false),
                Exercise = table.Column<string>(type: "TEXT", nullable: false),
                Check = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ChecksSeen", x => new { x.GradingId, x.Attempt, x.Number });
                table.ForeignKey(
                    name: "FK_ChecksSeen_Gradings_GradingId",
                    column: x => x.GradingId,
                    principalTable: "Gradings",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Results",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                HandInId = table.Column<Guid>(type: "TEXT", nullable: false),
                GradingId = table.Column<Guid>(type: "TEXT", nullable: false),
                Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                Kit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                KitVersion = table.Column<string>(type: "TEXT", nullable: false),
                GradedAs = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                Record = table.Column<string>(type: "TEXT", nullable: false),
                GradedAt = table.Column<long>(type: "INTEGER", nullable: false),
                WorkerId = table.Column<string>(type: "TEXT", nullable: false),
                DoubtedAt = table.Column<long>(type: "INTEGER", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Results", x => x.Id);
                table.ForeignKey(
                    name: "FK_Results_Gradings_GradingId",
                    column: x => x.GradingId,
                    principalTable: "Gradings",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_Results_HandIns_HandInId",
                    column: x => x.HandInId,
                    principalTable: "HandIns",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Alarms_SeenAt",
            table: "Alarms",
            column: "SeenAt");

        migrationBuilder.CreateIndex(
            name: "IX_Audit_At",
            table: "Audit",
            column: "At");

        migrationBuilder.CreateIndex(
            name: "IX_Audit_PersonId",
            table: "Audit",
            column: "PersonId");

        migrationBuilder.CreateIndex(
            name: "IX_Extensions_PersonId",
            table: "Extensions",
            column: "PersonId");

        migrationBuilder.CreateIndex(
            name: "IX_Gradings_HandInId",
            table: "Gradings",
            column: "HandInId");

        migrationBuilder.CreateIndex(
            name: "IX_Gradings_RegradingId",
            table: "Gradings",
            column: "RegradingId");

        migrationBuilder.CreateIndex(
            name: "IX_Gradings_State_AskedAt",
            table: "Gradings",
            columns: new[] { "State", "AskedAt" });

        migrationBuilder.CreateIndex(
            name: "IX_Gradings_State_JobId",
            table: "Gradings",
            columns: new[] { "State", "JobId" });

        migrationBuilder.CreateIndex(
            name: "IX_Gradings_State_LeaseEnd",
            table: "Gradings",
            columns: new[] { "State", "LeaseEnd" });

        migrationBuilder.CreateIndex(
            name: "IX_HandIns_PersonId_ReceivedAt",
            table: "HandIns",
            columns: new[] { "PersonId", "ReceivedAt" });

        migrationBuilder.CreateIndex(
            name: "IX_HandIns_PersonId_SentAs",
            table: "HandIns",
            columns: new[] { "PersonId", "SentAs" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Overrides_PersonId",
            table: "Overrides",
            column: "PersonId");

        migrationBuilder.CreateIndex(
            name: "IX_People_Subject",
            table: "People",
            column: "Subject",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Probes_Kit",
            table: "Probes",
            column: "Kit",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_ProtectionKeys_Name",
            table: "ProtectionKeys",
            column: "Name",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Regradings_Name",
            table: "Regradings",
            column: "Name");

        migrationBuilder.CreateIndex(
            name: "IX_Results_GradedAs",
            table: "Results",
            column: "GradedAs");

        migrationBuilder.CreateIndex(
            name: "IX_Results_GradingId_Attempt",
            table: "Results",
            columns: new[] { "GradingId", "Attempt" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Results_HandInId",
            table: "Results",
            column: "HandInId");

        migrationBuilder.CreateIndex(
            name: "IX_Results_WorkerId_GradedAt",
            table: "Results",
            columns: new[] { "WorkerId", "GradedAt" });

        migrationBuilder.CreateIndex(
            name: "IX_SignInLinks_PersonId",
            table: "SignInLinks",
            column: "PersonId");

        migrationBuilder.CreateIndex(
            name: "IX_SignInLinks_SecretHash",
            table: "SignInLinks",
            column: "SecretHash",
            unique: true);

        // What was done stays told.
        migrationBuilder.Sql("CREATE TRIGGER \"AuditIsNotChanged\" BEFORE UPDATE ON \"Audit\" BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;");
        migrationBuilder.Sql("CREATE TRIGGER \"AuditIsNotRemoved\" BEFORE DELETE ON \"Audit\" BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Alarms");

        migrationBuilder.DropTable(
            name: "Audit");

        migrationBuilder.DropTable(
            name: "ChecksSeen");

        migrationBuilder.DropTable(
            name: "Courses");

        migrationBuilder.DropTable(
            name: "Extensions");

        migrationBuilder.DropTable(
            name: "HandInFiles");

        migrationBuilder.DropTable(
            name: "Overrides");

        migrationBuilder.DropTable(
            name: "Probes");

        migrationBuilder.DropTable(
            name: "ProtectionKeys");

        migrationBuilder.DropTable(
            name: "Results");

        migrationBuilder.DropTable(
            name: "SignInLinks");

        migrationBuilder.DropTable(
            name: "Workers");

        migrationBuilder.DropTable(
            name: "Gradings");

        migrationBuilder.DropTable(
            name: "HandIns");

        migrationBuilder.DropTable(
            name: "Regradings");

        migrationBuilder.DropTable(
            name: "People");
    }
}
