namespace OpenData.Store.Sqlite;

/// <summary>Connections to units that nobody reads just now, kept for the next reader; the units read longest ago are closed first.</summary>
internal sealed class UnitPool(UnitFolder folder) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Stack<UnitConnection>>> units = [];

    /// <summary>The idle connections of each unit, the unit read last at the end.</summary>
    private readonly LinkedList<Stack<UnitConnection>> byUse = [];
    private int idle;
    private bool closed;

    /// <summary>How many connections are kept open for nobody.</summary>
    public int Idle
    {
        get
        {
            lock (gate)
            {
                return idle;
            }
        }
    }

    /// <summary>A connection to a unit, for one reader, to be returned.</summary>
    public UnitConnection Rent(string unit)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (units.TryGetValue(unit, out var node))
            {
                return Take(unit, node);
            }
        }

        return UnitConnection.Open(unit, folder.PathOf(unit));
    }

    /// <summary>A connection for one long reading, which holds little of the unit; to be returned like any other.</summary>
    public UnitConnection RentLong(string unit) => UnitConnection.Open(unit, folder.PathOf(unit), mapped: false);

    public void Return(UnitConnection connection)
    {
        UnitConnection? surplus = null;
        lock (gate)
        {
            if (closed || !connection.IsMapped || !TryKeep(connection))
            {
                surplus = connection;
            }
            else if (idle > StoreLimits.IdleConnections)
            {
                var oldest = byUse.First!;
                surplus = Take(oldest.Value.Peek().Unit, oldest);
            }
        }

        surplus?.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            foreach (var connection in byUse.SelectMany(connections => connections))
            {
                connection.Dispose();
            }

            byUse.Clear();
            units.Clear();
            idle = 0;
        }
    }

    private bool TryKeep(UnitConnection connection)
    {
        if (!units.TryGetValue(connection.Unit, out var node))
        {
            node = byUse.AddLast(new Stack<UnitConnection>());
            units.Add(connection.Unit, node);
        }
        else if (node.Value.Count >= StoreLimits.IdleConnectionsOfUnit)
        {
            return false;
        }
        else
        {
            byUse.Remove(node);
            byUse.AddLast(node);
        }

        node.Value.Push(connection);
        idle++;
        return true;
    }

    /// <summary>Takes an idle connection; a unit without any is not listed.</summary>
    private UnitConnection Take(string unit, LinkedListNode<Stack<UnitConnection>> node)
    {
        var connection = node.Value.Pop();
        idle--;
        if (node.Value.Count == 0)
        {
            byUse.Remove(node);
            units.Remove(unit);
        }

        return connection;
    }
}
