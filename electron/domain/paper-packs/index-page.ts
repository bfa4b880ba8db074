import { PAPER_PACK_NAMES } from '../../vocabulary/paper-packs.ts'
import { dateText } from '../rules/wording.ts'
import { numbersNote } from './index-sheet.ts'
import { sizeText, type PackIndex } from './pack-contents.ts'

/** The page opens anywhere without the program, follows no link outside its folder, and prints on A4. */
const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
body { max-width: 960px; margin: 24px auto; padding: 0 16px; color: #1c2126; font: 15px/1.6 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
h1 { margin-bottom: 4px; font-size: 22px; text-align: center; }
h2 { margin: 20px 0 6px; font-size: 16px; }
.sub { margin: 0 0 16px; color: #5b646e; text-align: center; }
table { width: 100%; border-collapse: collapse; }
.files { table-layout: fixed; }
.files th:nth-child(1), .files th:nth-child(2) { width: 33%; }
.files th:nth-child(3) { width: 6%; }
.files th:nth-child(4) { width: 10%; }
.files td { overflow-wrap: anywhere; }
th, td { padding: 4px 8px; border: 1px solid #b8bec6; text-align: left; vertical-align: top; }
thead th { background: #f6f7f8; font-weight: 600; }
td.n { text-align: right; white-space: nowrap; }
td.hash { font: 11px/1.4 Consolas, monospace; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
a { color: #1f4e79; }
.sign { display: flex; justify-content: space-between; margin-top: 40px; }
`

/** 目录.html of a pack: the state of the book, every file with its link, what is not there, and who signs. */
export function packIndexPage(index: PackIndex): string {
  const { kind, township, asOf, from, files, leftOut, state, wholeNumbersFor, madeBy, madeOn } = index
  const title = `${township}机构编制${PAPER_PACK_NAMES[kind]}目录`
  const groups = Map.groupBy(files, ({ path }) => (path.includes('/') ? (path.split('/')[0] ?? '') : ''))
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${safe(title)}</h1>`,
    `<p class="sub">${from === null ? '' : `${dateText(from)}至`}${dateText(asOf)}　共 ${files.length} 个文件</p>`,
    '<h2>编制本现状</h2>',
    `<table><tbody>${state.map(([name, value]) => `<tr><th>${safe(name)}</th><td>${safe(value)}</td></tr>`).join('')}</tbody></table>`,
    ...[...groups].map(([group, own]) => groupTable(group, own)),
    ...(leftOut.length === 0
      ? []
      : [
          '<h2>没有放进来的</h2>',
          `<ul>${leftOut.map(({ what, why }) => `<li>${safe(what)}：${safe(why)}</li>`).join('')}</ul>`,
        ]),
    '<h2>说明</h2>',
    `<p>${safe(numbersNote(wholeNumbersFor))}</p>`,
    `<p>制作：${safe(madeBy)}，${dateText(madeOn)}。每个文件的校验值是 SHA-256，文件改动一个字节就不相同。</p>`,
    `<p class="sign">${SIGNERS[kind].map((who) => `<span>${who}：</span>`).join('')}<span>　　年　　月　　日</span></p>`,
    '</body></html>',
    '',
  ].join('\n')
}

const SIGNERS = { handover: ['移交人', '接收人', '监交人'], inspection: ['提供人', '接收人'] } as const

function groupTable(group: string, files: PackIndex['files']): string {
  const rows = files.map(({ path, about, pages, bytes, sha256 }) => {
    const name = path.slice(path.indexOf('/') + 1)
    const link = `<a href="${safe(hrefOf(path))}">${safe(name)}</a>`
    const numbers = `<td class="n">${pages ?? ''}</td><td class="n">${sizeText(bytes)}</td>`
    return `<tr><td>${link}</td><td>${safe(about)}</td>${numbers}<td class="hash">${sha256}</td></tr>`
  })
  const head = '<tr><th>文件</th><th>内容</th><th>页数</th><th>大小</th><th>校验值</th></tr>'
  const table = `<table class="files"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`
  return `<h2>${safe(group)}</h2>${table}`
}

/** A path beside the page: its parts escaped, its slashes kept. */
function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
