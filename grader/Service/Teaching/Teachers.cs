using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>Teachers' accounts.</summary>
internal static class Teachers
{
    private const int MostNameChars = 100;

    /// <summary>Makes one, where there is none of that name.</summary>
    public static async Task AddAsync(ServiceContext context, string name, string by, CancellationToken cancellation)
    {
        if (name.Trim() is not { Length: > 0 and <= MostNameChars } plain || plain.Any(char.IsControl))
            throw new BadInputException(($"\"{name}\" is no name for a teacher's account. Name 1 to {MostNameChars} characters.", $"“{name}”不能作老师账号的名称。请用 1 到 {MostNameChars} 个字符。"));
        var there = await context.People.SingleOrDefaultAsync(p => p.Id == plain, cancellation).ConfigureAwait(false);
        if (there is { Role: PersonRole.Student })
            throw new BadInputException(($"{plain} is a student here. Take another name for the teacher's account.", $"{plain} 在这里是学生。请给老师的账号换个名称。"));
        if (there is { LeftAt: null })
            return;
        if (there is null)
            context.People.Add(new PersonRow { Id = plain, Role = PersonRole.Teacher, Name = plain, Stamp = Guid.NewGuid() });
        else
            there.LeftAt = null;
        context.Audit.Add(new AuditRow { At = await context.NowAsync(cancellation).ConfigureAwait(false), By = by, What = "teacher", PersonId = plain, Why = "A teacher's account was made." });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }
}
