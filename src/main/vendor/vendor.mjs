// Refreshes the vendored browser files; run by hand with Node, never by the build: node src/main/vendor/vendor.mjs
// htmx is taken as it is. Of WeUI only the widgets that pages use are taken, as published, one after the other; their
// pictures become files, for the pages' policy allows no data: addresses. Add a widget here when a page needs it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TO = 'src/main/resources/META-INF/resources/static';
const HTMX = '2.0.11';
const WEUI = '2.6.26';
const WIDGETS = [
  'base/base',
  'widget/weui-button/weui-button',
  'widget/weui-cell/weui-cell',
  'widget/weui-cell/weui-cell-form',
  'widget/weui-page/weui-form',
  'widget/weui-panel/weui-panel',
  'widget/weui-media-box/weui-media-box',
  'widget/weui-tips/weui-badge',
];

const work = mkdtempSync(join(tmpdir(), 'vendor-'));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function unpacked(name, version) {
  const packed = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: work, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', packed], { cwd: work });
  const folder = join(work, name);
  execFileSync('mv', [join(work, 'package'), folder]);
  return folder;
}

function picture(data) {
  const svg = decodeURIComponent(data.replace(/^data:image\/svg\+xml[^,]*,/, ''));
  const file = `weui-${sha256(svg).slice(0, 8)}.svg`;
  writeFileSync(join(TO, file), svg);
  return file;
}

const old = (name) => /^(htmx|weui|LICENSE)/.test(name);
readdirSync(TO).filter(old).forEach((name) => rmSync(join(TO, name)));

const htmx = unpacked('htmx.org', HTMX);
writeFileSync(join(TO, 'htmx.js'), readFileSync(join(htmx, 'dist/htmx.min.js')));
writeFileSync(join(TO, 'LICENSE-htmx.txt'), readFileSync(join(htmx, 'LICENSE')));

const weui = unpacked('weui', WEUI);
const notice = `/*! From WeUI v${WEUI}, Copyright Tencent, MIT licence: LICENSE-weui.txt; pictures made files */\n`;
const css = WIDGETS.map((widget) => readFileSync(join(weui, 'dist/style', `${widget}.min.css`), 'utf8'))
  .join('\n')
  .replace(/\/\*![^]*?\*\//g, '')
  .replace(/url\("(data:[^"]*)"\)|url\((data:[^)"]*)\)/g, (all, quoted, bare) => `url(${picture(quoted ?? bare)})`);
writeFileSync(join(TO, 'weui.css'), notice + css);
writeFileSync(join(TO, 'LICENSE-weui.txt'), readFileSync(join(weui, 'LICENSE.txt')));

const sums = readdirSync(TO).filter((name) => name !== 'SHA256SUMS').sort();
writeFileSync(join(TO, 'SHA256SUMS'), sums.map((name) => `${sha256(readFileSync(join(TO, name)))}  ${name}\n`).join(''));
rmSync(work, { recursive: true });
