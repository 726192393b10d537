namespace OpenData.GraphQL.Tests;

/// <summary>Schemas that together have every kind of type and every way of using one.</summary>
public static class Schemas
{
    public const string Zoo = """"
        "The root."
        type Query {
          "An echo of its arguments."
          echo(i: Int, f: Float = 1.5, s: String, b: Boolean = true, id: ID, color: Color = GREEN, colors: [Color!], filter: Filter, one: OneWay, filters: [[Filter]], any: Any, need: Int! = 3, deep: Deep = { level: 2, more: { level: 3 } }): String
          required(a: Int!, b: [String!]!, c: Filter! = { min: 1 }): String!
          one(by: OneWay!): Animal
          animal(id: ID!): Animal
          animals(first: Int = 2, color: Color): [Animal!]
          dogs: [Dog!]!
          dog(name: String): Dog
          cat: Cat!
          pets: [Pet]
          search(text: String!): [Result!]!
          matrix: [[Int!]!]!
          when: Date
          any: Any
          number: Float!
          old: Int @deprecated
          older(arg: Int @deprecated(reason: "no \"more\"")): Int @deprecated(reason: "use `number`")
        }

        type Mutation { add(name: String!): Dog  remove(id: ID!): Boolean!  paint(color: Color!): Cat! count: Int }

        type Subscription { ticks(every: Int = 1): Int!  animal: Animal }

        """
        Anything that lives.

          Indented line.
        """
        interface Named { name: String! }

        interface Animal implements Named {
          id: ID!
          name: String!
          color: Color
          friends(first: Int): [Animal!]
          parent: Animal
          "legs" legs: Int!
        }

        interface Pet implements Animal & Named { id: ID! name: String! color: Color friends(first: Int): [Animal!] parent: Animal legs: Int! owner: Person }

        type Dog implements Pet & Animal & Named {
          id: ID! name: String! color: Color friends(first: Int): [Animal!] parent: Dog legs: Int! owner: Person
          barks(loud: Boolean! = false): Boolean
          bestFriend: Cat
          size: Float
          tricks: [String!]!
        }

        type Cat implements Pet & Animal & Named {
          id: ID! name: String! color: Color friends(first: Int, after: String): [Animal!] parent: Animal legs: Int! owner: Person
          meows: Boolean!
          size: Int
          hunts: [Result]
          lives: Int
        }

        type Bird implements Animal & Named { id: ID! name: String! color: Color friends(first: Int): [Animal!] parent: Animal legs: Int! wings: Int! sings: [String] }

        type Person implements Named { name: String! age: Int pets: [Pet!]! home: Address spouse: Person! }

        type Address { street: String! city: String tags: [[String!]] resident: Person }

        union Result = Dog | Cat | Person | Address

        enum Color { RED GREEN @deprecated(reason: "too green") "Deep." BLUE }

        input Filter { min: Int max: Int = 10 color: Color = RED not: Filter tags: [String!] must: Boolean! = false old: Int @deprecated }

        input Deep { level: Int! more: Deep }

        input OneWay @oneOf { byId: ID byName: String byFilter: Filter }

        "A day."
        scalar Date @specifiedBy(url: "https://example.org/date")

        scalar Any

        directive @tag(name: String! = "x", size: Int) repeatable on FIELD | QUERY | MUTATION | SUBSCRIPTION | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION | VARIABLE_DEFINITION | OBJECT

        "Only once."
        directive @once(on: Boolean!) on FIELD | FRAGMENT_SPREAD
        """";

    public const string Renamed = """
        "A schema with roots of other names."
        schema { query: Root mutation: Change }
        type Root { items(where: Where, order: [Order!], first: Int = 20): Items! item(key: ID!): Item echo(where: Where): String }
        type Change { rename(key: ID!, to: String!): Item! }
        type Items { nodes: [Item] edges: [Edge!] total: Int! page: Page! }
        type Edge { cursor: String! node: Item }
        type Page { hasNext: Boolean! end: String }
        type Item { key: ID! label: String value: Float! tags: [String!]! next: Item others(first: Int!): [Item!]! kind: Kind! }
        enum Kind { A B C }
        input Where { and: [Where!] or: [Where!] value: Range label: Match }
        input Range { gt: Float lt: Float in: [Float!] }
        input Match { eq: String contains: String }
        input Order @oneOf { value: Way label: Way }
        enum Way { ASC DESC }
        """;

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string> { ["zoo"] = Zoo, ["renamed"] = Renamed };
}
