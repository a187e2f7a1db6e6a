using System.Security.Cryptography;
using System.Text;
using ExerciseKit.Service.Data.Rows;
using ExerciseKit.Service.Web.Markup;

namespace ExerciseKit.Service.Web.Teachers;

/// <summary>What people are called on a teacher's pages: where marking is blind, by a number that says nothing of who it is.</summary>
internal static class Names
{
    private const int KeyChars = 16;
    private const int ShownChars = 6;

    /// <summary>What stands for a person in paths.</summary>
    public static string KeyOf(string person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("person:" + person)))[..KeyChars];

    /// <summary>The name, or what hides it.</summary>
    public static string Name(this Page page, PersonRow person) => page.HidesNames && person.Role == PersonRole.Student ? page.Hidden(person.Id) : person.Name;

    /// <summary>The id, or what hides it.</summary>
    public static string Id(this Page page, string person) => page.HidesNames ? page.Hidden(person) : person;

    /// <summary>A link to a person's page.</summary>
    public static Html Link(this Page page, PersonRow person) => Html.Of($"<a href=\"/teacher/students/{KeyOf(person.Id)}\">{page.Name(person)}</a>");

    private static string Hidden(this Page page, string person) => page.Say("Student ", "学生 ") + KeyOf(person)[..ShownChars].ToUpperInvariant();
}
