namespace OpenData.Reports;

/// <summary>The style of the HTML report: legible on a phone, on A4 and to people who see no colours.</summary>
internal static class HtmlReportStyle
{
    public const string Css = """

        :root { color-scheme: light; --line: #c8ced6; --soft: #f3f5f8; }
        body { margin: 0; color: #1a1f26; background: #fff; font: 16px/1.55 "Noto Sans Thai", "Sarabun", "Leelawadee UI", "Thonburi", Tahoma, sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.1rem; margin: 0 0 .4rem; }
        code { font: .85em ui-monospace, Consolas, monospace; background: var(--soft); padding: .1em .3em; border-radius: .2em; }
        .verdict { font-size: 1.2rem; font-weight: 700; padding: .7rem 1rem; border: 2px solid; border-radius: .4rem; }
        .met { color: #14632f; } .not-met, td.error { color: #a1140f; } td.warning { color: #7a4b00; } td.info { color: #34506e; }
        .wide { overflow-x: auto; margin: 1.5rem 0; }
        a { color: #0b4f9e; } a:focus-visible, .wide:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        caption { text-align: left; font-weight: 700; font-size: 1.1rem; padding: .3rem 0; }
        th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; }
        tbody th + td { overflow-wrap: anywhere; }
        thead th { background: var(--soft); }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        section { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0; }
        ul { margin: .3rem 0; padding-left: 1.2rem; } li, p { overflow-wrap: anywhere; }
        .fix { background: var(--soft); padding: .5rem .7rem; border-left: 4px solid #34506e; }
        .more { color: #4a5561; }
        @media print { @page { size: A4; margin: 15mm; } main { max-width: none; padding: 0; } body { font-size: 11pt; } h1 { font-size: 16pt; margin-top: 0; } table { font-size: 9.5pt; } th, td { overflow-wrap: anywhere; } section, tr { break-inside: avoid; } h2, caption { break-after: avoid; } .wide { overflow: visible; margin: 1rem 0; } .wide:last-child { break-inside: avoid; } }

        """;
}
