namespace OpenData.Reports;

/// <summary>The style of the HTML report: legible on a phone, on A4 and to people who see no colours.</summary>
internal static class HtmlReportStyle
{
    public const string Css = """

        :root { color-scheme: light; --ink: #1a1f26; --line: #c8ced6; --soft: #f3f5f8; --error: #a1140f; --warning: #7a4b00; --info: #34506e; --good: #14632f; }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.6 "Sarabun", "TH Sarabun New", "Noto Sans Thai", "Leelawadee UI", "Thonburi", Tahoma, sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        .kind { margin: 0; color: #4a5561; }
        h1 { font-size: 1.6rem; line-height: 1.35; margin: 0 0 .8rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; line-height: 1.4; margin: 0 0 .2rem; }
        a { color: #0b4f9e; }
        a:focus-visible, summary:focus-visible, .wide:focus-visible, pre:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
        code, pre { font: .85em/1.5 ui-monospace, Consolas, "Noto Sans Thai", "Leelawadee UI", monospace; background: var(--soft); }
        code { padding: .1em .3em; border-radius: .2em; overflow-wrap: anywhere; font-weight: 400; }
        pre { padding: .6rem .7rem; margin: 0; overflow-x: auto; }
        .verdict { font-size: 1.2rem; font-weight: 700; padding: .7rem 1rem; margin: 0 0 .6rem; border: 2px solid; border-left-width: 10px; border-radius: .3rem; }
        .met { color: var(--good); } .not-met, .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .none { color: #4a5561; }
        td.met, td.not-met, td.error, td.warning, td.info { white-space: nowrap; font-weight: 700; }
        dl { margin: 1rem 0; border-top: 1px solid var(--line); }
        dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; border-bottom: 1px solid var(--line); padding: .3rem 0; }
        dt { flex: 0 0 10rem; color: #4a5561; } dd { flex: 1 1 16rem; margin: 0; overflow-wrap: anywhere; }
        .wide { overflow-x: auto; margin: 1.4rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .93rem; }
        caption { text-align: left; font-weight: 700; font-size: 1.1rem; padding: .3rem 0; }
        th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        thead th { background: var(--soft); }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        .file td, .file th { overflow-wrap: anywhere; } .file th { width: 12rem; font-weight: 400; }
        .scores td.number, .scores thead th { white-space: nowrap; } .scores td code { overflow-wrap: anywhere; }
        .columns td { max-width: 16rem; } .columns code { padding: 0; background: none; }
        .heat th[scope=row] { font-weight: 400; max-width: 18rem; overflow-wrap: anywhere; }
        .heat thead th { text-align: center; white-space: nowrap; } .heat thead th:first-child { text-align: left; }
        .heat td { text-align: center; white-space: nowrap; font-variant-numeric: tabular-nums; padding: .35rem .3rem; min-width: 3.2rem; }
        .heat .hot { background: #e9a39d; font-weight: 700; } .heat .warm { background: #fbe6b3; } .heat .mild { background: #e9f0f8; } .heat .cold { color: #6b7680; }
        .heat .total > * { border-top: 2px solid #4a5561; font-weight: 700; }
        .key, .more, .weight { color: #4a5561; font-size: .93rem; margin: .3rem 0; }
        .heat + .key, .wide + .key { margin-top: -1rem; }
        .weight span { font-weight: 700; }
        main > section:not(.cover) { border-top: 2px solid #4a5561; padding: 1rem 0 0; margin: 2rem 0 0; }
        section p { margin: .4rem 0; }
        ul, ol { margin: .4rem 0; padding-left: 1.4rem; } li, p { overflow-wrap: anywhere; }
        section .wide { margin: .8rem 0; }
        .grid { width: auto; min-width: 50%; font-size: .88rem; } .grid caption { font-size: .93rem; }
        .grid th, .grid td { max-width: 13rem; min-width: 3rem; overflow-wrap: break-word; } .grid thead th { font-weight: 400; } .grid th[scope=row] { background: var(--soft); font-weight: 400; text-align: right; white-space: nowrap; }
        .grid .letter { color: #4a5561; font-size: .85em; } .grid em { color: #4a5561; }
        .grid td.fault { background: #fbe0dd; border: 3px solid var(--error); font-weight: 700; } .grid th.fault { border-left: 5px solid var(--error); font-weight: 700; }
        .fix { background: var(--soft); padding: .5rem .9rem; margin: .8rem 0; border-left: 4px solid var(--info); }
        details { margin: .6rem 0; } summary { cursor: pointer; color: #0b4f9e; }
        .examples { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: .3rem 1rem; } .examples > div { min-width: 0; } .examples p { margin: .3rem 0; }
        .radar { display: block; max-width: 100%; height: auto; margin: .6rem auto; break-inside: avoid; }
        .signatures { display: none; }
        @media (max-width: 30rem) { main { padding: 1rem .8rem 3rem; } dt { flex-basis: 100%; } .heat { font-size: .8rem; } .heat td { min-width: 0; } .heat th, .heat td { padding: .3rem .12rem; } .heat th[scope=row] { min-width: 5.2rem; max-width: 7rem; } .found th:nth-child(3), .found td:nth-child(3) { display: none; } .clauses td, .clauses th, .found td, .found th { padding: .3rem .35rem; } }
        @media print {
          @page { size: A4; margin: 16mm 15mm; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; } body { font-size: 10.5pt; }
          .cover { break-after: page; } .screen { display: none; }
          tr, h2, .fix, li { break-inside: avoid; } h2, h2 ~ p, caption, thead, .weight { break-after: avoid; } tbody tr:first-child { break-before: avoid; } .wide { overflow: visible; padding-right: 1px; } h1 { font-size: 16pt; } th, td { overflow-wrap: anywhere; }
          .grid { font-size: .78rem; } .grid th, .grid td { max-width: 8rem; padding: .2rem .35rem; overflow-wrap: anywhere; } .columns { font-size: .75rem; } .columns th, .columns td { padding: .2rem .3rem; }
          a { color: inherit; text-decoration: none; }
          .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 2.5rem; break-inside: avoid; text-align: center; }
          .signatures p { margin: .7rem 0; } .line { display: inline-block; width: 9rem; border-bottom: 1px dotted var(--ink); }
        }

        """;
}
