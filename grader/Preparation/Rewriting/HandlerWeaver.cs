using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExerciseKit.Preparation.Rewriting;

/// <summary>Makes every handler let pass what ends a run: no code of the student's runs once it is over.</summary>
/// <remarks>
/// A catch clause becomes a filter on its type and the run's state; a filter is shown no exception; a finally throws at
/// its beginning. Framework code in between may wrap the exception, so all of them go by the run's state.
/// </remarks>
internal sealed class HandlerWeaver(HostReferences host)
{
    public void Weave(BodyEditor body)
    {
        if (IsIteratorsFinally(body.Method))
            body.InsertAtEntry(Instruction.Create(OpCodes.Call, host.EnterFinally));
        foreach (var handler in body.Method.Body.ExceptionHandlers)
        {
            switch (handler.HandlerType)
            {
                case ExceptionHandlerType.Catch:
                    TurnIntoFilter(body, handler);
                    break;
                case ExceptionHandlerType.Filter:
                    body.InsertBefore(handler.FilterStart, Instruction.Create(OpCodes.Call, host.Screen));
                    break;
                case ExceptionHandlerType.Finally or ExceptionHandlerType.Fault:
                    body.InsertBefore(handler.HandlerStart, Instruction.Create(OpCodes.Call, host.EnterFinally));
                    break;
            }
        }
    }

    // An iterator's finally is a method of its own, which framework code calls by way of Dispose.
    private static bool IsIteratorsFinally(MethodDefinition method) => method.Name.StartsWith("<>m__Finally", StringComparison.Ordinal);

    private void TurnIntoFilter(BodyEditor body, ExceptionHandler handler)
    {
        var caught = handler.CatchType;
        var handlerStart = handler.HandlerStart;
        // A filter's handler is given an object; code behind it goes by the clause's type.
        body.InsertBefore(handlerStart, Instruction.Create(caught is GenericParameter ? OpCodes.Unbox_Any : OpCodes.Castclass, caught));
        var filterStart = Instruction.Create(OpCodes.Isinst, caught);
        var il = body.Method.Body.GetILProcessor();
        il.InsertBefore(handlerStart, filterStart);
        il.InsertBefore(handlerStart, Instruction.Create(OpCodes.Call, host.Admits));
        il.InsertBefore(handlerStart, Instruction.Create(OpCodes.Endfilter));
        body.Sites[filterStart] = body.Sites[handlerStart];
        foreach (var other in body.Method.Body.ExceptionHandlers)
        {
            // A region that ended where this handler began ends where its filter begins.
            if (other.TryEnd == handlerStart)
                other.TryEnd = filterStart;
            if (other.HandlerEnd == handlerStart)
                other.HandlerEnd = filterStart;
        }

        handler.HandlerType = ExceptionHandlerType.Filter;
        handler.FilterStart = filterStart;
        handler.CatchType = null;
    }
}
