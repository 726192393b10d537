namespace OpenData.GraphQL.Tests;

/// <summary>Documents written for each rule, over the zoo: some break it, some come near.</summary>
public static class ValidationDocuments
{
    public static readonly IReadOnlyDictionary<string, string[]> ByRule = new Dictionary<string, string[]>
    {
        ["ExecutableDefinitions"] = ["{ number } type Foo { a: Int }", "{ number } extend type Dog { a: Int }", "{ number } schema { query: Query }", "{ number } directive @x on FIELD", "extend schema @x { number } { number }".Replace("{ number } { number }", "query { number }", StringComparison.Ordinal), "{ number } extend scalar Any @specifiedBy(url: \"x\") enum Color2 { A @deprecated @deprecated } input I { a: Nope @once b: Int = \"x\" }"],
        ["KnownOperationTypes"] = ["subscription { ticks }", "mutation { count }"],
        ["UniqueOperationNames"] = ["query A { number } query A { number }", "query A { number } mutation A { count } subscription A { ticks }", "query A { number } query B { number }"],
        ["LoneAnonymousOperation"] = ["{ number } query B { number }", "{ number } { number }", "{ number } fragment F on Query { number } mutation { count }"],
        ["SingleFieldSubscriptions"] =
        [
            "subscription { ticks animal { id } }", "subscription S { ticks a: ticks b: ticks }", "subscription S { ...F } fragment F on Subscription { ticks animal { id } }", "subscription { __typename }", "subscription S { ticks __typename }", "subscription S($x: Boolean!) { ticks @skip(if: $x) }",
            "subscription { ...F @include(if: true) ticks } fragment F on Subscription { ticks }", "subscription { ... on Query { number } }", "subscription { ...F } fragment F on Subscription { ...F ticks }", "subscription { ticks ... @skip(if: true) { animal { id } } }",
        ],
        ["KnownTypeNames"] = ["query ($a: Nope, $b: [Colr!]!) { echo(i: $a, color: $b) }", "{ ... on Dgo { name } ...F } fragment F on Anmal { id }", "query ($a: Strin) { echo(s: $a) } type X { a: Strng b: String c: __Typ d: X e: ID }"],
        ["FragmentsOnCompositeTypes"] = ["{ ... on Int { x } ...F } fragment F on Color { x }", "{ ... on Filter { x } ...G } fragment G on Date { x }", "{ ... on Query { number } }"],
        ["VariablesAreInputTypes"] = ["query ($a: Dog, $b: [[Animal!]], $c: Result!, $d: Filter) { echo(filter: $d, i: $a, f: $b, s: $c) }"],
        ["ScalarLeafs"] = ["{ number { x } dog }", "{ animals search(text: \"x\") colors: when { a } }", "{ dog { parent owner { home } color { x } } }", "{ dogs matrix { x } }"],
        ["FieldsOnCorrectType"] =
        [
            "{ nope dog { nam barkss __typename __schema { x } } }", "{ animal(id: 1) { barks meows wings owner nope size } }", "{ search(text: \"x\") { name barks __typename city } }", "{ pets { barks lives owner { nam } } }", "{ animl anmal dgo }", "{ one(by: { byId: 1 }) { owner sings hunts { x } } }",
            "{ __typename __type(name: \"x\") { nam kind fields { nme } } __schema { typs { name } } }", "mutation { __schema { types { name } } __type(name: \"x\") { name } }", "{ dog { NAME Name nAmE friend frends0 tricks2 } }",
        ],
        ["UniqueFragmentNames"] = ["{ ...F } fragment F on Query { number } fragment F on Query { old }"],
        ["KnownFragmentNames"] = ["{ ...F ...G dog { ...H } }"],
        ["NoUnusedFragments"] = ["{ number } fragment F on Query { ...G } fragment G on Query { number }", "query A { ...F } query B { ...G } fragment F on Query { number } fragment G on Query { number } fragment H on Query { ...H }"],
        ["PossibleFragmentSpreads"] =
        [
            "{ dog { ... on Cat { lives } ...F } } fragment F on Cat { lives }", "{ animals { ... on Person { age } ... on Dog { barks } ... on Result { ... on Person { age } } } }", "{ search(text: \"x\") { ... on Bird { wings } ... on Animal { id } ... on Pet { id } ... on Named { name } } }",
            "{ pets { ...B } } fragment B on Bird { wings }", "{ dog { ... on Pet { ... on Cat { lives } } } }", "{ dog { ... on Result { __typename } } } ",
        ],
        ["NoFragmentCycles"] =
        [
            "{ dog { ...F } } fragment F on Dog { name ...F }", "{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A ...B }", "{ dog { ...A } } fragment A on Dog { parent { ...A } owner { pets { ... on Dog { ...A } } } }",
            "{ dog { ...A ...B } } fragment A on Dog { ...C } fragment B on Dog { ...C } fragment C on Dog { ...A ...B ...D } fragment D on Dog { ...D ...Unknown }",
        ],
        ["UniqueVariableNames"] = ["query ($a: Int, $b: Int, $a: String, $a: Int, $b: Int) { echo(i: $a, need: $b) }"],
        ["NoUndefinedVariables"] =
        [
            "{ echo(i: $a) }", "query A { echo(i: $a, filter: { min: $b, not: { max: $c } }) ...F } query B($d: Int) { ...F } fragment F on Query { e2: echo(i: $d, filters: [[{ min: $e }]]) ...G } fragment G on Query { dog @skip(if: $f) { name } }", "query A($a: Int = 1) @tag(size: $b) { echo(i: $a) }",
        ],
        ["NoUnusedVariables"] = ["query ($a: Int, $b: Int) { echo(i: $a) }", "query Q($a: Int, $b: Int, $c: Boolean!) { ...F } fragment F on Query { echo(i: $a) @skip(if: $c) }", "query A($x: Int) { number } query B($x: Int) { echo(i: $x) }"],
        ["KnownDirectives"] =
        [
            "query @skip(if: true) { number @nope dog @deprecated { name } ...F @once(on: true) ... @once(on: true) { number } } fragment F on Query @skip(if: true) { number }", "mutation @once(on: true) { count } subscription S @include(if: true) { ticks } query Q($a: Int @skip(if: true)) { echo(i: $a) }",
            "{ number } type T @once(on: true) { a(b: Int @skip(if: true)): Int @tag } input I @tag { a: Int @once } enum E @tag { A @tag } union U @tag = Dog scalar S @tag interface J @tag { a: Int } schema @tag { query: Query } extend type Dog @tag @nope",
        ],
        ["UniqueDirectivesPerLocation"] =
        [
            "{ number @once(on: true) @once(on: true) @once(on: true) }", "{ number @tag @tag(name: \"y\") dog @skip(if: true) @include(if: true) @skip(if: true) { name } ...F @include(if: true) @include(if: false) } fragment F on Query @nope @nope { number }",
            "query Q($a: Int @tag @tag @nope @nope) { echo(i: $a) } type A @deprecated @deprecated { a: Int @deprecated @deprecated } extend type A @deprecated extend type A @specifiedBy(url: \"x\") @specifiedBy(url: \"y\")",
        ],
        ["KnownArgumentNames"] =
        [
            "{ echo(ii: 1, nope: 2, colr: RED) dog(name: \"x\", nam: \"y\") { barks(loudly: true) } }", "{ number @skip(iff: true, if: true) @tag(nam: 1, nope: $x) @unknown(a: 1) __type(nam: 1, name: \"x\") { fields(includeDeprecatd: true) { name } } }", "{ number @local(a: 1, b: 2) } directive @local(a: Int!) on FIELD",
        ],
        ["UniqueArgumentNames"] = ["{ echo(i: 1, i: 2, i: 3, f: 1, f: 2) number @tag(name: \"a\", name: \"b\") }"],
        ["ValuesOfCorrectType"] =
        [
            "{ echo(i: \"1\", f: \"x\", s: 1, b: 1, id: true, color: \"RED\", colors: [RED, GREN, null, \"x\"]) }", "{ echo(i: 1.5, f: true, s: RED, b: \"true\", id: 1.5, color: REDD, colors: RED) }", "{ echo(i: 2147483648, f: RED, s: [\"a\"], b: TRUE, id: { a: 1 }, color: 1, colors: {}) }", "{ echo(i: -2147483649, i2: 1) }",
            "{ echo(filter: 1, filters: [{ min: \"x\" }, [{ mn: 1, max: 1.5 }, 3]], need: null) }", "{ echo(filter: { min: 1, nope: 2, maxx: 3, not: { not: { tags: [1, null, \"x\"] } }, must: null }) }", "{ echo(one: {}, deep: {}) }", "{ echo(one: { byId: 1, byName: \"x\" }, deep: { level: \"x\", more: {} }) }",
            "{ echo(one: { byId: null }) e2: echo(one: { byNme: 1 }) e3: echo(one: { byId: null, byName: null }) e4: echo(one: { byFilter: { min: \"x\" } }) }", "{ required(a: null, b: [null]) r2: required(a: 1, b: null, c: null) }", "query ($a: Int = \"x\", $b: [Color!] = [RED, null, REDDISH], $c: Filter = { min: 1.5, nope: 1 }, $d: OneWay = {}) { echo(i: $a, colors: $b, filter: $c, one: $d) }",
            "{ echo(any: { a: [1, X, { b: $v }] }, i: null, f: 1, id: \"x\") }", "{ echo(color: green, s: null) number @skip(if: \"yes\") @tag(name: null, size: 1.5) }", "{ animals(first: 1.0, color: [RED]) { friends(first: []) { id } } }", "{ echo(filters: 1, i: [1], f: [[1]]) }", "{ echo(filters: { min: 1 }) e2: echo(filters: [null, [null], [{ min: 1 }]]) }",
        ],
        ["ProvidedRequiredArguments"] = ["{ required animal { id } search { __typename } }", "{ required(a: 1) number @skip @once @tag __type { name } }", "{ number @local } directive @local(a: Int!, b: Int! = 1, c: [Int!]!) on FIELD", "mutation { add { name } remove paint { id } }"],
        ["VariablesInAllowedPosition"] =
        [
            "query ($i: Int, $s: String, $l: [Int], $c: Color) { echo(i: $s, f: $i, s: $l, color: $s, need: $i, colors: $c) required(a: $i, b: [$s]) }", "query ($i: Int = 1, $b: Boolean, $n: Int = null) { required(a: $i, b: [\"x\"]) r2: required(a: $n, b: []) number @skip(if: $b) dog { barks(loud: $b) } }",
            "query ($a: ID, $b: ID!, $n: String = \"x\") { echo(one: { byId: $a }) e2: echo(one: { byId: $b }) e3: echo(one: { byName: $n }) }", "query ($f: Filter, $g: [Filter!]!, $h: [[Filter]]) { echo(filter: $f, filters: $g) e2: echo(filters: $h, filter: { not: $g }) }", "query A($x: Int) { ...F } query B($x: Int!) { ...F } fragment F on Query { required(a: $x, b: []) }",
            "query ($x: Int!, $y: [Int!]!) { echo(i: $x, filter: { min: $y, tags: [$x] }) }", "query ($d: Deep) { echo(deep: { level: 1, more: $d }) e2: echo(deep: $d) }",
        ],
        ["OverlappingFieldsCanBeMerged"] =
        [
            "{ dog { name name: id } }", "{ dog { a: name ...F } } fragment F on Dog { a: id ... on Dog { a: color } }", "{ echo(i: 1) echo(i: 2) }", "{ echo(i: 1) echo }", "{ echo(filter: { min: 1, max: 2 }) echo(filter: { max: 2, min: 1 }) }", "{ echo(s: \"x\") echo(s: \"\"\"x\"\"\") }", "query ($a: Int, $b: Int) { echo(i: $a) echo(i: $b) }",
            "{ animals { ... on Dog { size } ... on Cat { size } } }", "{ animals { ... on Dog { x: name } ... on Cat { x: color } } }", "{ animals { ... on Dog { x: bestFriend { id } } ... on Cat { x: lives } } }", "{ animals { ... on Dog { parent { x: barks } } ... on Cat { parent { x: id } } } }", "{ animals { ... on Dog { x: tricks } ... on Cat { x: name } } }",
            "{ dog { parent { x: name } parent { x: id } } }", "{ dog { parent { x: name y: id parent { z: name } } parent { x: id y: name parent { z: id } } } }", "{ dog { ...A ...B } } fragment A on Dog { parent { x: name } ...C } fragment B on Dog { parent { x: id } } fragment C on Dog { parent { x: legs } }", "{ ...A dog { name } } fragment A on Query { dog { name: id ...B } } fragment B on Dog { name: color }",
            "{ dog { ...A } } fragment A on Dog { ...A x: name x: id }", "{ dog { x: name } dog { x: id } dog { x: legs } }", "{ pets { ... on Named { x: name } ... on Animal { x: id } } }", "{ search(text: \"a\") { __typename ... on Person { x: name } ... on Address { x: tags } ... on Dog { x: tricks } } }", "{ search(text: \"a\") { __typename } search(text: \"b\") { __typename } }", "{ x: __typename x: number }",
            "{ echo(any: [1, { a: 1, b: 2 }]) echo(any: [1, { b: 2, a: 1 }]) }", "{ dog { nope: name nope nope: nope2 } }", "{ a: dog { ...F ...G ...H } } fragment F on Dog { x: name } fragment G on Dog { ...H } fragment H on Dog { x: id ...F }", "{ dog { ... { x: name } ... { x: id } ... on Animal { x: legs } } }",
        ],
        ["UniqueInputFieldNames"] = ["{ echo(filter: { min: 1, min: 2, not: { max: 1, min: 1, max: 2 }, max: 1, min: 3 }) }", "{ echo(one: { byId: 1, byId: 2 }) e2: echo(any: { a: 1, a: 2 }) }"],
        ["MaxIntrospectionDepth"] =
        [
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "{ __type(name: \"x\") { interfaces { possibleTypes { fields { name } } } ...T } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { inputFields { name } } } }", "{ __schema { types { fields { type { fields { name } } } } } }",
        ],
    };
}
