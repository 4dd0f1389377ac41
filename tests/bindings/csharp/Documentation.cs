// Whether the documentation has each public member of the assembly. How many it has, or an exception that names what is missing.
using System;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Wv2Interrupt;

static class Documentation
{
    static int Main(string[] arguments)
    {
        var members = XDocument.Load(arguments[0]).Descendants("member").ToDictionary(member => (string)member.Attribute("name"));
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in typeof(Reason).Assembly.GetExportedTypes())
        {
            Check(members["T:" + type.FullName], false);
            foreach (var member in type.GetMembers(Own).Where(IsWritten))
            {
                var name = Kind(member) + ":" + type.FullName + "." + (member is ConstructorInfo ? "#ctor" : member.Name);
                var described = members.Values.Where(each => ((string)each.Attribute("name")).Split('(', '`')[0] == name).ToArray();
                if (described.Length == 0)
                    throw new Exception(name + " is not described");
                foreach (var each in described)
                    Check(each, member is MethodInfo method && method.ReturnType != typeof(void));
            }
        }
        Console.WriteLine(members.Count);
        return 0;
    }

    // Not what the compiler makes of properties and enumerations.
    static bool IsWritten(MemberInfo member) =>
        member.Name != "value__" && !member.Name.StartsWith("get_") && !member.Name.StartsWith("set_");

    static string Kind(MemberInfo member) => member is PropertyInfo ? "P" : member is FieldInfo ? "F" : "M";

    static void Check(XElement member, bool returns)
    {
        var parts = member.Elements().Where(part => part.IsEmpty);
        if (member.Element("summary") == null || (member.Element("returns") != null) != returns || parts.Any())
            throw new Exception(member.Attribute("name") + " is not described whole");
    }
}
