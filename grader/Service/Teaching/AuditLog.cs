using ExerciseKit.Contract;
using ExerciseKit.Contract.Faults;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Teaching;

/// <summary>What every change of a teacher's has in common: somebody makes it, for a reason, and it is written down in the same step.</summary>
internal static class AuditLog
{
    private const int MostReasonChars = 1_000;

    /// <summary>A reason, without what does not belong there.</summary>
    /// <exception cref="BadInputException">There is none, or it is too long.</exception>
    public static string Reason(string? said)
    {
        var reason = said?.Trim() ?? "";
        if (reason.Length is > 0 and <= MostReasonChars)
            return reason;
        throw new BadInputException(reason.Length == 0
            ? new LocalizedText("A reason is missing. Write why: it stands beside the mark, and the student reads it.", "没有写原因。请写明为什么：它会和成绩放在一起，学生也看得到。")
            : new LocalizedText($"The reason has {reason.Length} characters, where {MostReasonChars} are the most. Shorten it.", $"原因有 {reason.Length} 个字符，最多 {MostReasonChars} 个。请写短一点。"));
    }

    /// <summary>Somebody who is there.</summary>
    /// <exception cref="BadInputException">Nobody is.</exception>
    public static async Task<PersonRow> PersonAsync(ServiceContext context, string id, CancellationToken cancellation) =>
        await context.People.SingleOrDefaultAsync(p => p.Id == id, cancellation).ConfigureAwait(false)
        ?? throw new BadInputException(($"There is nobody called {id} here. See the class for who is.", $"这里没有 {id}。有哪些人请看班级页面。"));
}
