using Microsoft.Playwright;

namespace OpenData.Server.Tests.Pages;

/// <summary>What every page owes its readers (WCAG 2.2, level AA), as far as a machine can tell.</summary>
internal static class Accessibility
{
    /// <summary>Every fault of the page, as a sentence; none where it is well.</summary>
    private const string Faults =
        """
        () => {
          const faults = [];
          const name = e => `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''} class="${e.className}"> ${(e.innerText || '').trim().slice(0, 40)}`;
          const visible = e => e.checkVisibility() && e.getClientRects().length > 0;
          if (!['th', 'en'].includes(document.documentElement.lang)) faults.push('the page names no language');
          if (!document.title.trim()) faults.push('the page has no title');
          if (document.querySelectorAll('h1').length !== 1) faults.push(`${document.querySelectorAll('h1').length} first headings`);
          if (document.querySelectorAll('main').length !== 1) faults.push('not one main part');
          let level = 1;
          for (const h of document.querySelectorAll('h1, h2, h3, h4')) {
            if (+h.tagName[1] > level + 1) faults.push('a level of headings is left out at ' + name(h));
            level = +h.tagName[1];
          }
          for (const t of document.querySelectorAll('table')) {
            if (!t.caption || !t.caption.innerText.trim()) faults.push('no caption: ' + name(t));
            if (!t.querySelector('th[scope]')) faults.push('no scoped heading: ' + name(t));
          }
          for (const i of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
            if (!i.labels.length || !i.labels[0].innerText.trim()) faults.push('no label: ' + name(i));
          }
          for (const a of document.querySelectorAll('a[href], button')) {
            if (!(a.innerText.trim() || a.ariaLabel || (!visible(a) && a.textContent.trim()))) faults.push('nothing to read on ' + name(a));
          }
          for (const i of document.querySelectorAll('img:not([alt])')) faults.push('no alternative text: ' + name(i));
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) faults.push('twice the id ' + id);
          const known = new Set(ids);
          for (const a of document.querySelectorAll('a[href^="#"]')) if (!known.has(decodeURIComponent(a.hash.slice(1)))) faults.push('a link to nowhere: ' + a.hash);

          const rgb = c => { const m = c.match(/[\d.]+/g).map(Number); return { r: m[0], g: m[1], b: m[2], a: m[3] ?? 1 }; };
          const over = (c, b) => ({ r: c.r * c.a + b.r * (1 - c.a), g: c.g * c.a + b.g * (1 - c.a), b: c.b * c.a + b.b * (1 - c.a), a: 1 });
          const light = c => [c.r, c.g, c.b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => { const c = rgb(getComputedStyle(e).backgroundColor); return c.a === 1 ? c : over(c, e.parentElement ? ground(e.parentElement) : { r: 255, g: 255, b: 255, a: 1 }); };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const seen = new Set();
          while (texts.nextNode()) {
            const e = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || seen.has(e) || !visible(e)) continue;
            seen.add(e);
            const b = ground(e), l = [light(over(rgb(getComputedStyle(e).color), b)), light(b)].sort((x, y) => y - x);
            const contrast = (l[0] + 0.05) / (l[1] + 0.05);
            if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ` + name(e));
          }
          return faults;
        }
        """;

    /// <summary>What is wider than the window, and not inside something that scrolls by itself.</summary>
    private const string Overflow =
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrolls = e => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
          return [`${document.documentElement.scrollWidth} px in ${width}`, ...[...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement))
            .map(e => `<${e.tagName.toLowerCase()} class="${e.className}"> ${(e.innerText || '').slice(0, 40)}`)];
        }
        """;

    public static async Task ShouldBeAccessibleAsync(this IPage page) =>
        (await page.EvaluateAsync<string[]>(Faults)).Should().BeEmpty("{0} is for everybody", page.Url);

    public static async Task ShouldFitTheWindowAsync(this IPage page) =>
        (await page.EvaluateAsync<string[]>(Overflow)).Should().BeEmpty("{0} fits {1} px", page.Url, page.ViewportSize!.Width);
}
