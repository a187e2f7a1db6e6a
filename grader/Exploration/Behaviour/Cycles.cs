namespace ExerciseKit.Exploration.Behaviour;

/// <summary>Knows which histories of a tree may lead back to themselves, by way of others that come to the same.</summary>
/// <remarks>
/// Tarjan's strongly connected components, found anew when the tree has grown by an eighth since: in between, a history that
/// was on none may be on one. Who is told so follows the process to see.
/// </remarks>
internal sealed class Cycles(BehaviourNode root)
{
    private const int Fraction = 8;

    private readonly HashSet<BehaviourNode> onCycle = [];
    private int looked;
    private int changes;

    /// <summary>A history has come to the same as another.</summary>
    public void Change() => changes++;

    /// <summary>Whether a history may lead back to itself.</summary>
    public bool MayHold(BehaviourNode history)
    {
        if (changes == 0)
            return false;
        if (changes > looked + looked / Fraction)
        {
            looked = changes;
            Find();
        }

        return onCycle.Contains(history) || changes > looked;
    }

    private void Find()
    {
        onCycle.Clear();
        var numbers = new Dictionary<BehaviourNode, (int Number, int Lowest)>();
        var path = new Stack<(BehaviourNode At, IEnumerator<BehaviourNode> Left)>();
        var component = new Stack<BehaviourNode>();
        var inComponent = new HashSet<BehaviourNode>();
        Enter(root);
        while (path.TryPeek(out var top))
        {
            if (top.Left.MoveNext())
            {
                var next = top.Left.Current;
                if (!numbers.TryGetValue(next, out var met))
                    Enter(next);
                else if (inComponent.Contains(next))
                    Lower(top.At, met.Number);
                if (next == top.At)
                    onCycle.Add(next);
                continue;
            }

            path.Pop();
            var (number, lowest) = numbers[top.At];
            if (path.TryPeek(out var before))
                Lower(before.At, lowest);
            if (number != lowest)
                continue;
            var isAlone = component.Peek() == top.At;
            BehaviourNode member;
            do
            {
                member = component.Pop();
                inComponent.Remove(member);
                if (!isAlone)
                    onCycle.Add(member);
            }
            while (member != top.At);
        }

        void Enter(BehaviourNode node)
        {
            numbers[node] = (numbers.Count, numbers.Count);
            component.Push(node);
            inComponent.Add(node);
            path.Push((node, node.Followers.GetEnumerator()));
        }

        void Lower(BehaviourNode node, int to)
        {
            var (number, lowest) = numbers[node];
            numbers[node] = (number, Math.Min(lowest, to));
        }
    }
}
