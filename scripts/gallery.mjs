/**
 * `npm run gallery`: pictures of everything for review, as sheets (PNG) with an index (HTML) in `.tmp/gallery/`. Each
 * widget: all its states; three states in every theme and scheme; the same three narrow, wide, large, spaced, in forced
 * colours and on paper. `-- --widget deadline-list` makes those of one; `-- --pictures` renews `docs/pictures/`.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, ROOT } from './lib/project.mjs';
import { NOW, openFrame, TELLING, widgetStories } from './lib/story-frame.mjs';

const OUT = join(ROOT, '.tmp/gallery');
const THEMES = filesBelow('themes')
  .filter((path) => path.endsWith('.css'))
  .map((path) => basename(path, '.css'));
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** What a page can be like. `css` goes into the page and every shadow root of the kit. */
const CONDITIONS = [
  { name: '240 px', width: 240 },
  { name: '320 px', width: 320 },
  { name: '700 px', width: 700 },
  { name: '1100 px', width: 1100 },
  { name: 'text at 200 %, 640 px', width: 640, css: 'body.sb-show-main { font-size: 32px }' },
  { name: 'text spacing of WCAG 1.4.12', width: 320, css: SPACING },
  { name: 'root font size 62.5 %', width: 700, css: ':root { font-size: 62.5% }' },
  { name: 'root font size 150 %', width: 700, css: ':root { font-size: 150% }' },
  { name: 'forced colours, dark', width: 700, media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'paper', width: 700, media: { media: 'print' } },
  { name: 'paper, dark page', width: 700, media: { media: 'print' }, scheme: 'dark' },
];
/** A sheet ends when its pictures together are this high, in px: about 2,500 on four columns. */
const SHEET_HEIGHT = 10_000;
const PLAIN = { media: null, forcedColors: null, colorScheme: null };

const { values: options } = parseArgs({
  options: { widget: { type: 'string' }, pictures: { type: 'boolean' } },
});
const frame = await openFrame({
  now: NOW,
  viewport: { width: 720, height: 900 },
  reducedMotion: 'reduce',
});
const { page } = frame;
const slug = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** In the page: the same rules in the page and in every shadow root. */
function applyCss(css) {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])];
  for (const root of roots) {
    root.querySelector('style[data-gallery]')?.remove();
    const style = document.createElement('style');
    style.dataset.gallery = '';
    style.textContent = css;
    (root.head ?? root).append(style);
  }
}

/** In the page: waits until it has come to rest; gives the height of what stands in it, a dialog included. */
async function settle() {
  await document.fonts.ready;
  window.scrollTo(0, 0);
  const height = () => {
    const roots = [...document.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? []);
    // A picture is higher than the window; what is outside of that would be left out of it.
    for (const row of roots.flatMap((root) => [...root.querySelectorAll('.row')]))
      row.style.contentVisibility = 'visible';
    const dialogs = roots.flatMap((root) => [...root.querySelectorAll('dialog[open]')]);
    const places = [document.querySelector('#storybook-root'), ...dialogs];
    return Math.ceil(Math.max(...places.map((one) => one.getBoundingClientRect().bottom)));
  };
  for (let before = -1, same = 0; same < 5;) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    same = height() === before && document.body.matches('.sb-show-main') ? same + 1 : 0;
    before = height();
  }
  return height() + 16;
}

async function shoot(name) {
  const height = await page.evaluate(settle);
  const { width } = page.viewportSize();
  const clip = { x: 0, y: 0, width, height: Math.min(height, 4000) };
  return { name, ...clip, png: await page.screenshot({ clip, fullPage: true }) };
}

/** Puts pictures beside each other, on as many sheets as it takes. */
async function writeSheets(name, pictures, width) {
  mkdirSync(join(OUT, slug(name)), { recursive: true });
  for (const one of pictures) writeFileSync(join(OUT, slug(name), `${slug(one.name)}.png`), one.png);
  const sheets = [];
  let filled = Infinity;
  for (const one of pictures) {
    if (filled + one.height > SHEET_HEIGHT) filled = sheets.push([]) && 0;
    sheets.at(-1).push(one);
    filled += one.height;
  }
  for (const [number, sheet] of sheets.entries())
    await writeSheet(number ? `${name} ${number + 1}` : name, sheet, width);
}

async function writeSheet(name, pictures, columns) {
  const sheet = await page.context().newPage();
  const tiles = pictures.map(
    (one) =>
      `<figure><figcaption>${one.name}</figcaption><img width="${one.width}" src="data:image/png;base64,${one.png.toString('base64')}"></figure>`,
  );
  await sheet.setViewportSize({ width: columns, height: 800 });
  await sheet.setContent(`<style>body{margin:16px;display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start;
    font:14px sans-serif;background:#dde}figure{margin:0}figcaption{padding:4px 0;font-weight:bold}
    img{display:block;box-shadow:0 1px 4px #0006}</style>${tiles.join('')}`);
  const file = `${slug(name)}.png`;
  await sheet.screenshot({ path: join(OUT, file), fullPage: true });
  await sheet.close();
  console.log(`${name}: ${pictures.length} pictures`);
}

const telling = (widget, stories) =>
  TELLING[widget]?.map((name) => stories.find((story) => story.name === name));

/** All states, in base, light; the states that the three for the other sheets are taken from. */
async function shootStates(widget, stories) {
  const pictures = [];
  const states = [];
  for (const { id, name } of stories) {
    await frame.show(id);
    states.push(
      await page.evaluate(() => {
        const widget = [...document.querySelectorAll('*')].find((one) =>
          one.localName.startsWith('skranke-'),
        );
        return ['empty', 'error', 'ready'].find((state) => widget?.matches(`:state(${state})`));
      }),
    );
    pictures.push(await shoot(name));
  }
  const first = (state) => stories[states.indexOf(state)];
  const usual = [stories[0], first('empty'), first('error')].filter(Boolean);
  return { pictures, three: telling(widget, stories) ?? usual };
}

async function shootThemes(stories) {
  const pictures = [];
  for (const { id, name } of stories) {
    await frame.show(id);
    for (const theme of THEMES) {
      for (const scheme of ['light', 'dark']) {
        await frame.wear({ theme, scheme });
        pictures.push(await shoot(`${name}: ${theme}, ${scheme}`));
      }
    }
  }
  return pictures;
}

async function shootConditions(stories) {
  const pictures = [];
  for (const { id, name } of stories) {
    await frame.show(id);
    for (const { name: condition, width, css = '', media = {}, scheme = 'light' } of CONDITIONS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ ...PLAIN, ...media });
      await frame.wear({ theme: 'base', scheme });
      await page.evaluate(applyCss, css);
      pictures.push(await shoot(`${name}: ${condition}`));
    }
    await page.emulateMedia(PLAIN);
    await page.evaluate(applyCss, '');
    await page.setViewportSize({ width: 720, height: 900 });
  }
  return pictures;
}

/** One picture a widget for the README: small, as it looks first. */
async function writePicture(title, stories) {
  const { id } = stories.find(({ name }) => name === 'Found') ?? stories[0];
  await frame.show(id);
  await frame.wear({ theme: 'virk', scheme: 'light' });
  await page.evaluate(settle);
  // What is to be chosen says more than what is to be read before it.
  const y = await page.evaluate(() => {
    const widget = [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot);
    const choice = widget.shadowRoot.querySelector('fieldset');
    return choice ? choice.getBoundingClientRect().top - 16 : 0;
  });
  const clip = { x: 0, y, ...page.viewportSize() };
  await page.screenshot({ path: join(ROOT, 'docs/pictures', `${slug(title)}.png`), clip, fullPage: true });
}

function writeIndex() {
  const files = readdirSync(OUT).filter((file) => file.endsWith('.png'));
  const links = files.map(
    (file) => `<h2>${file}</h2><a href="${file}"><img src="${file}" alt="${basename(file, '.png')}"></a>`,
  );
  writeFileSync(
    join(OUT, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Skranke: gallery</title>
<style>body{font:16px sans-serif;margin:2em}img{max-width:100%;border:1px solid #999}</style><h1>Gallery</h1>${links.join('\n')}\n`,
  );
}

const byWidget = new Map();
for (const story of widgetStories()) byWidget.set(story.title, [...(byWidget.get(story.title) ?? []), story]);

mkdirSync(OUT, { recursive: true });
// Those of the other widgets stay where one is asked for.
for (const name of options.pictures ? [] : readdirSync(OUT))
  if (name.startsWith(options.widget ?? '')) rmSync(join(OUT, name), { recursive: true });
mkdirSync(join(ROOT, 'docs/pictures'), { recursive: true });
try {
  if (options.pictures) await page.setViewportSize({ width: 640, height: 480 });
  for (const [title, stories] of byWidget) {
    const widget = title.replace('Widgets/', '');
    if (options.widget && slug(widget) !== options.widget) continue;
    if (options.pictures) {
      await writePicture(widget, stories);
      continue;
    }
    const { pictures, three } = await shootStates(widget, stories);
    await writeSheets(`${widget}: states`, pictures, 3000);
    await writeSheets(`${widget}: themes`, await shootThemes(three), 2990);
    await writeSheets(`${widget}: conditions`, await shootConditions(three), 3000);
  }
  if (!options.pictures) writeIndex();
} finally {
  await frame.close();
}
