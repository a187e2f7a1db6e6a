using System.Xml.Linq;
using ExerciseKit.Service.Data.Contexts;
using ExerciseKit.Service.Data.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ExerciseKit.Service.Web.Access;

/// <summary>Keeps the keys that cookies are made with in the database: a server that is started anew, or a second one, knows who is signed in.</summary>
internal sealed class ProtectionKeys(ServiceDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = database.CreateContext();
        return [.. context.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = database.CreateContext();
        context.ProtectionKeys.Add(new ProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
